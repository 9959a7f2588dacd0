import net from 'node:net';

/**
 * Stands between the web and PostgreSQL on loopback and counts round trips: a message of the client when everything it
 * sent before was answered. Statements sent together are one, whatever their number.
 */
export type Contador = { url: string; idas: () => number; stop: () => Promise<void> };

const PIDE_RESPUESTA = new Set(['Q', 'S', 'F'].map((c) => c.charCodeAt(0)));
const LISTO = 'Z'.charCodeAt(0);
/** Answers are held back this long, so that what was sent together arrives before the first answer leaves. */
const RETRASO_MS = 20;

/** Opens the proxy in front of a database; its URL is the one to give to the web. */
export async function abrirContador(url: string): Promise<Contador> {
  const destino = new URL(url);
  let idas = 0;
  const abiertos = new Set<net.Socket>();
  const servidor = net.createServer((cliente) => {
    const base = net.connect(Number(destino.port), destino.hostname);
    const turno = { abierto: false, pendientes: 0 };
    const delCliente = mensajes(true, (tipo) => {
      if (tipo === null) return;
      if (!turno.abierto) idas += 1;
      turno.abierto = true;
      if (PIDE_RESPUESTA.has(tipo)) turno.pendientes += 1;
    });
    const deLaBase = mensajes(false, (tipo) => {
      if (tipo !== LISTO) return;
      turno.pendientes = Math.max(0, turno.pendientes - 1);
      turno.abierto = turno.pendientes > 0;
    });
    for (const [de, a] of [
      [cliente, base],
      [base, cliente],
    ] as const) {
      abiertos.add(de);
      de.setNoDelay(true);
      de.on('close', () => a.destroy());
      de.on('error', () => a.destroy());
    }
    cliente.on('data', (trozo: Buffer) => {
      delCliente(trozo);
      base.write(trozo);
    });
    base.on('data', (trozo: Buffer) => {
      setTimeout(() => {
        deLaBase(trozo);
        cliente.write(trozo);
      }, RETRASO_MS);
    });
  });
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo));
  const { port } = servidor.address() as net.AddressInfo;
  return {
    url: Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).href,
    idas: () => idas,
    stop: async () => {
      for (const socket of abiertos) socket.destroy();
      servidor.close();
    },
  };
}

/**
 * Cuts a stream of PostgreSQL's protocol into messages and tells the type of each. The client's first has none (`null`);
 * a message that fills only later is told when it ends.
 */
function mensajes(conInicio: boolean, contar: (tipo: number | null) => void): (trozo: Buffer) => void {
  let resto: Buffer = Buffer.alloc(0);
  let inicio = conInicio;
  return (trozo) => {
    resto = resto.length === 0 ? trozo : Buffer.concat([resto, trozo]);
    for (;;) {
      const cabeza = inicio ? 0 : 1;
      if (resto.length < cabeza + 4) return;
      const largo = cabeza + resto.readInt32BE(cabeza);
      if (resto.length < largo) return;
      contar(inicio ? null : (resto[0] ?? null));
      inicio = false;
      resto = resto.subarray(largo);
    }
  };
}
