import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real SMTP server on loopback, and what it received. */
export type Servidor = {
  url: string;
  puerto: number;
  /** Messages taken, in order, as they came and as a reader takes them apart. */
  recibidos: { crudo: string; mensaje: Email; para: string[]; cifrado: boolean }[];
  close(): Promise<void>;
};

/** Starts one. `opciones` are smtp-server's: refuse, hang or ask for a password there. Another port than any: `puerto`. */
export async function startSmtp(opciones: SMTPServerOptions = {}, puerto = 0): Promise<Servidor> {
  const recibidos: Servidor['recibidos'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 200,
    onData(stream, session, listo) {
      const trozos: Buffer[] = [];
      stream.on('data', (trozo: Buffer) => trozos.push(trozo));
      stream.on('end', () => {
        const crudo = Buffer.concat(trozos);
        const para = session.envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(crudo).then((mensaje) => {
          recibidos.push({ crudo: crudo.toString(), mensaje, para, cifrado: session.secure });
          listo();
        });
      });
    },
    ...opciones,
  });
  // A client that goes away in the middle is what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((listo) => server.listen(puerto, '127.0.0.1', listo));
  const escucha = (server.server.address() as AddressInfo).port;
  return {
    url: `${opciones.secure ? 'smtps' : 'smtp'}://127.0.0.1:${escucha}`,
    puerto: escucha,
    recibidos,
    close: () => new Promise((listo) => server.close(() => listo())),
  };
}

/** An error that the server answers with this code. */
export function rechazo(codigo: number, frase: string): Error {
  return Object.assign(new Error(frase), { responseCode: codigo });
}
