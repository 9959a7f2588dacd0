import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';

/**
 * The shop's door when HTTPS is on, a process of its own: the same web server, which then listens on loopback alone, is
 * reached by http and by https. Whatever a client says of itself in `X-Forwarded-*` is replaced by what is seen here, so
 * that the web can believe it. Bodies, event streams and upgrades pass as they come.
 */
const { PUERTA_WEB, PUERTA_HOST, PUERTA_HTTP, PUERTA_HTTPS, PUERTA_CERTIFICADO, PUERTA_CLAVE } = process.env;
const upstream = { host: '127.0.0.1', port: Number(PUERTA_WEB) };
const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** @param {http.IncomingHttpHeaders} headers what belongs to one connection stays in it */
function endToEnd({ connection: _connection, 'keep-alive': _keepAlive, ...headers }) {
  return headers;
}

/** @param {http.IncomingMessage} request @param {'http' | 'https'} proto */
function forwarded({ headers, socket }, proto) {
  const { forwarded: _said, 'x-forwarded-port': _port, 'x-real-ip': _ip, ...rest } = headers;
  const seen = { 'x-forwarded-proto': proto, 'x-forwarded-for': socket.remoteAddress ?? '' };
  return { ...rest, ...seen, 'x-forwarded-host': headers.host };
}

/** @param {'http' | 'https'} proto @returns {http.RequestListener} */
const pass = (proto) => (request, response) => {
  const { method, url: path } = request;
  const headers = endToEnd(forwarded(request, proto));
  const onward = http.request({ ...upstream, agent, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    response.flushHeaders();
    answer.pipe(response);
    // a web server that dies in the middle of an answer must be seen as a cut, not as its end
    answer.once('error', () => response.destroy());
  });
  onward.once('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '2' }).end(away(path));
  });
  response.once('close', () => {
    if (!response.writableFinished) onward.destroy();
  });
  request.once('error', () => onward.destroy());
  request.pipe(onward);
};

/** The contract's envelope while the web is away. @param {string} [path] */
const away = (path) =>
  JSON.stringify({
    statusCode: 503,
    timestamp: new Date().toISOString(),
    path: path?.split('?')[0],
    code: 'sin_servidor',
    message: 'El servidor está arrancando. Intente de nuevo en un momento.',
    error_detail: null,
    campos: null,
  });

/**
 * A handshake that becomes a connection of its own (websockets). What the web answers instead, a refusal, goes back whole.
 * @param {'http' | 'https'} proto
 * @returns {(request: http.IncomingMessage, socket: import('node:stream').Duplex, head: Buffer) => void}
 */
const passUpgrade = (proto) => (request, socket, head) => {
  const { method, url: path } = request;
  const onward = http.request({ ...upstream, method, path, headers: forwarded(request, proto) });
  socket.on('error', () => socket.destroy()).once('close', () => onward.destroy());
  onward.once('upgrade', (answer, other, rest) => {
    socket.write(headOf(answer));
    socket.write(rest);
    other.write(head);
    other.on('error', () => other.destroy()).once('close', () => socket.destroy());
    socket.once('close', () => other.destroy());
    other.pipe(socket).pipe(other);
  });
  onward.once('response', (answer) => {
    // its end is told by closing: a body whose pieces had lengths has lost them by now
    socket.write(headOf(answer, ['connection', 'keep-alive', 'transfer-encoding'], 'connection: close\r\n'));
    answer.pipe(socket);
  });
  onward.once('error', () =>
    socket.end('HTTP/1.1 503 Service Unavailable\r\nretry-after: 2\r\nconnection: close\r\n\r\n'),
  );
  onward.end();
};

/**
 * The first lines of an answer, with its headers as they came.
 * @param {http.IncomingMessage} answer
 * @param {string[]} [without] names that are left out
 * @param {string} [more] lines in their place
 */
function headOf({ statusCode, statusMessage, rawHeaders }, without = [], more = '') {
  let lines = `HTTP/1.1 ${statusCode} ${statusMessage}\r\n`;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? '';
    if (!without.includes(name.toLowerCase())) lines += `${name}: ${rawHeaders[i + 1]}\r\n`;
  }
  return `${lines}${more}\r\n`;
}

const plain = http.createServer(pass('http'));
const secure = https.createServer(
  { cert: fs.readFileSync(PUERTA_CERTIFICADO ?? ''), key: fs.readFileSync(PUERTA_CLAVE ?? '') },
  pass('https'),
);
plain.on('upgrade', passUpgrade('http')).listen(Number(PUERTA_HTTP), PUERTA_HOST);
secure.on('upgrade', passUpgrade('https')).listen(Number(PUERTA_HTTPS), PUERTA_HOST);

// The web ends its own answers when it is told to stop, this process being told at the same time.
process.once('SIGTERM', () => {
  let open = 2;
  for (const server of [plain, secure]) {
    server.close(() => {
      open--;
      if (open === 0) process.exit(0);
    });
    setInterval(() => server.closeIdleConnections(), 100);
  }
  setTimeout(() => process.exit(0), 3000);
});
