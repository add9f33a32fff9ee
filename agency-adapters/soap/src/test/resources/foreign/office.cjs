// The complaint office of kantor.wsdl as npm's "soap" serves it. SOAP is at /soap; the test looks
// and writes at /tickets, /files, /reset and /write, where fields are base64, one line an entry.
const crypto = require('node:crypto');
const fs = require('node:fs');
const http = require('node:http');
const soap = require(process.env.OFFICE_MODULES + '/soap');

let tickets = [];
let changes = [];
let files = [];

const encode = (text) => Buffer.from(text, 'utf8').toString('base64');
const decode = (line) => line.split(' ').map((text) => Buffer.from(text, 'base64').toString('utf8'));
const many = (oneOrMore) => (oneOrMore === undefined ? [] : [].concat(oneOrMore));

function kirimPengaduan(request) {
  if (request.uraian.includes('TOLAK')) {
    throw {
      Fault: {
        faultcode: 'soap:Client',
        faultstring: 'Data tidak sah',
        detail: { DataTidakSah: 'F01' },
      },
    };
  }
  const known = tickets.some((ticket) => ticket[1] === request.nomorReferensi);
  if (known && request.uraian.includes('GANDA')) {
    return { kode: '41', pesan: 'Sudah ada' };
  }
  const number = `NODE-${String(tickets.length + 1).padStart(4, '0')}/2026`;
  tickets.push(ticketOf(number, request.nomorReferensi, request));
  return { kode: '00', nomorTiket: number };
}

function ticketOf(number, reference, request) {
  const files = many(request.lampiran?.berkas)
    .filter((file) => file.isi !== undefined)
    .map((file) => Buffer.from(file.isi, 'base64').toString('utf8'));
  return [number, reference, request.perihal, request.uraian, request.namaPelapor ?? '', ...files];
}

function ubahPengaduan(request) {
  const at = tickets.findIndex((ticket) => ticket[0] === request.nomorTiket);
  if (at < 0) {
    return { kode: '44' };
  }
  tickets[at] = ticketOf(tickets[at][0], tickets[at][1], request);
  return { kode: '00' };
}

function lampirkanBerkas(request) {
  const hash = crypto.createHash('sha256').update(Buffer.from(request.isi, 'base64'));
  files.push([request.nomorTiket, request.namaBerkas, hash.digest('hex')]);
  return { kode: '00' };
}

function cariPengaduan(request) {
  const found = tickets
    .filter((ticket) => ticket[1].startsWith(request.nomorReferensi))
    .map((ticket) => ({ nomorTiket: ticket[0], nomorReferensi: ticket[1] }));
  return { kode: '00', daftar: { pengaduan: found } };
}

function daftarPerubahan(request) {
  const from = Number(request.sejak || '0');
  const page = changes.slice(from, from + Number(request.jumlah));
  const next = from + page.length;
  return {
    kode: '00',
    perubahan: page.map((change, i) => ({
      id: `P${from + i}`,
      nomorTiket: change[0],
      waktu: `2026-11-02T09:00:${String(from + i).padStart(2, '0')}`,
      sifat: change[1],
      isi: change[2],
      status: change[3],
    })),
    berikut: String(next),
    adaLagi: next < changes.length,
  };
}

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    if (request.url === '/files') {
      response.end(files.map((file) => file.map(encode).join(' ')).join('\n'));
    } else if (request.url === '/tickets') {
      response.end(tickets.map((ticket) => ticket.map(encode).join(' ')).join('\n'));
    } else if (request.url === '/write') {
      changes.push(decode(body));
      response.end();
    } else if (request.url === '/reset') {
      tickets = [];
      changes = [];
      files = [];
      response.end();
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
});
const port = { kirimPengaduan, ubahPengaduan, lampirkanBerkas, cariPengaduan, daftarPerubahan };
soap.listen(server, '/soap', { KantorPengaduan: { PengaduanPort: port } },
  fs.readFileSync(process.env.OFFICE_WSDL, 'utf8'));
server.listen(0, '127.0.0.1', () =>
  console.log(`office (http://127.0.0.1:${server.address().port}) started`));
