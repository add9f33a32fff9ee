<?php
// The complaint office of kantor.wsdl as PHP's own SoapServer serves it: run by "php -S". SOAP is
// at /soap; the test looks and writes at /tickets, /files, /reset and /write. Fields are base64, as text
// files of one line an entry, since nothing outlives a request here.

const OFFICE = 'urn:contoh:pengaduan:v1';

function entries(string $name): array
{
    $file = getenv('OFFICE_DATA') . "/$name";
    $lines = is_file($file) ? file($file, FILE_IGNORE_NEW_LINES) : [];
    return array_map(fn ($line) => array_map('base64_decode', explode(' ', $line)), $lines);
}

function append(string $name, array $fields): void
{
    $line = implode(' ', array_map('base64_encode', $fields));
    file_put_contents(getenv('OFFICE_DATA') . "/$name", "$line\n", FILE_APPEND);
}

function many($one_or_more): array
{
    return is_array($one_or_more) ? $one_or_more : [$one_or_more];
}

class Office
{
    public function kirimPengaduan($request)
    {
        if (str_contains($request->uraian, 'TOLAK')) {
            throw new SoapFault('Client', 'Data tidak sah', null, ['DataTidakSah' => 'F01']);
        }
        foreach (entries('tickets') as $ticket) {
            if ($ticket[1] === $request->nomorReferensi && str_contains($request->uraian, 'GANDA')) {
                return ['kode' => '41', 'pesan' => 'Sudah ada'];
            }
        }
        $number = sprintf('PHP-%04d/2026', count(entries('tickets')) + 1);
        append('tickets', $this->ticket($number, $request->nomorReferensi, $request));
        return ['kode' => '00', 'nomorTiket' => $number];
    }

    private function ticket(string $number, string $reference, $request): array
    {
        $files = [];
        foreach (many($request->lampiran->berkas ?? []) as $file) {
            if (isset($file->isi)) {
                $files[] = $file->isi; // PHP has decoded it
            }
        }
        $reporter = $request->namaPelapor ?? '';
        return [$number, $reference, $request->perihal, $request->uraian, $reporter, ...$files];
    }

    public function ubahPengaduan($request)
    {
        $tickets = entries('tickets');
        foreach ($tickets as $at => $ticket) {
            if ($ticket[0] === $request->nomorTiket) {
                $tickets[$at] = $this->ticket($ticket[0], $ticket[1], $request);
                unlink(getenv('OFFICE_DATA') . '/tickets');
                array_walk($tickets, fn ($fields) => append('tickets', $fields));
                return ['kode' => '00'];
            }
        }
        return ['kode' => '44'];
    }

    public function lampirkanBerkas($request)
    {
        // PHP has decoded the content
        append('files', [$request->nomorTiket, $request->namaBerkas, hash('sha256', $request->isi)]);
        return ['kode' => '00'];
    }

    public function cariPengaduan($request)
    {
        $found = array_filter(
            entries('tickets'), fn ($ticket) => str_starts_with($ticket[1], $request->nomorReferensi));
        $list = array_map(
            fn ($ticket) => ['nomorTiket' => $ticket[0], 'nomorReferensi' => $ticket[1]], array_values($found));
        return ['kode' => '00', 'daftar' => ['pengaduan' => $list]];
    }

    public function daftarPerubahan($request)
    {
        $all = entries('changes');
        $from = $request->sejak === '' ? 0 : (int) $request->sejak;
        $page = array_slice($all, $from, $request->jumlah, true);
        $changes = [];
        foreach ($page as $at => $change) {
            $changes[] = [
                'id' => "P$at",
                'nomorTiket' => $change[0],
                'waktu' => sprintf('2026-11-02T09:00:%02d', $at),
                'sifat' => $change[1],
                'isi' => $change[2],
                'status' => $change[3],
            ];
        }
        $next = $from + count($page);
        return [
            'kode' => '00',
            'perubahan' => $changes,
            'berikut' => (string) $next,
            'adaLagi' => $next < count($all),
        ];
    }
}

switch (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
    case '/soap':
        $server = new SoapServer(getenv('OFFICE_WSDL'), ['cache_wsdl' => WSDL_CACHE_NONE]);
        $server->setObject(new Office());
        $server->handle();
        break;
    case '/tickets':
        echo @file_get_contents(getenv('OFFICE_DATA') . '/tickets');
        break;
    case '/files':
        echo @file_get_contents(getenv('OFFICE_DATA') . '/files');
        break;
    case '/write':
        file_put_contents(
            getenv('OFFICE_DATA') . '/changes', file_get_contents('php://input') . "\n", FILE_APPEND);
        break;
    case '/reset':
        array_map('unlink', glob(getenv('OFFICE_DATA') . '/*'));
        break;
    default:
        http_response_code(404);
}
