import { createServer, request, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { BASE } from './tienda';

/**
 * How the way to the server is. `cortada`: nobody answers at all; `colgada`: the router answers and nothing comes back;
 * `error`: the server answers 500; `muere`: it does what it is asked and dies before saying so; `sorda`: it answers to
 * everything but to what was sold.
 */
export type Modo = 'buena' | 'cortada' | 'colgada' | 'error' | 'muere' | 'sorda';

/** A way to the product that a test can cut. The browser must come by its `url`. */
export class Corte {
  modo: Modo = 'buena';
  /** Writes that reached the server and whose answer was lost. */
  perdidas = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor() {
    this.#server = createServer((req, res) => {
      if (this.modo === 'cortada') return void req.socket.destroy();
      if (this.modo === 'colgada') return;
      if (this.modo === 'error') return void res.writeHead(500, { 'content-type': 'text/plain' }).end('error');
      const { hostname, port } = new URL(BASE);
      const vende = req.method === 'POST' && req.url?.startsWith('/api/mostrador/hechos');
      if (vende && this.modo === 'sorda') return void res.writeHead(500).end('error');
      const muere = this.modo === 'muere' && vende;
      const hacia = request(
        { hostname, port, path: req.url, method: req.method, headers: req.headers },
        (respuesta) => {
          if (muere) {
            respuesta.resume().on('end', () => {
              this.perdidas++;
              req.socket.destroy();
            });
            return;
          }
          res.writeHead(respuesta.statusCode ?? 502, respuesta.headers);
          respuesta.pipe(res);
        },
      );
      hacia.on('error', () => res.destroy());
      res.on('close', () => hacia.destroy());
      req.pipe(hacia);
    });
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket)).on('error', () => {});
    });
  }

  static async abrir(): Promise<Corte> {
    const corte = new Corte();
    await new Promise<void>((listo) => corte.#server.listen(0, '127.0.0.1', listo));
    return corte;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on the way is so; what was under way is cut too, unless it is good again. */
  poner(modo: Modo): void {
    this.modo = modo;
    if (modo === 'cortada' || modo === 'colgada' || modo === 'error')
      for (const socket of this.#sockets) socket.destroy();
  }

  async cerrar(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((listo) => this.#server.close(listo));
  }
}
