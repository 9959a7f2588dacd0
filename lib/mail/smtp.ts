import { createTransport, type Transporter } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import { type Mailer, type Mensaje, RechazoPermanenteError } from './mailer';

const CONEXION_MS = 10_000;
const SILENCIO_MS = 20_000;
/** Whatever the server does, one attempt ends by then. */
const TOTAL_MS = 45_000;

/** Who the mail comes from, as the environment says. */
export type Remitente = { from: string; replyTo?: string | undefined };

/** Whether a host is this machine. */
function esLocal(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * nodemailer's options for an `SMTP_URL`. Off this machine the connection is always encrypted and the certificate checked:
 * `smtps://` from the first byte, `smtp://` by STARTTLS, and a server that offers none gets nothing. `?tls=nunca` is for a
 * server on a network of one's own, e.g. beside this one in containers.
 */
export function opcionesSmtp(url: string): SMTPTransport.Options {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url.replace(/^smtp/, 'http'));
  const seguro = protocol === 'https:';
  const local = esLocal(hostname);
  const claro = !seguro && searchParams.get('tls') === 'nunca';
  const puerto = port ? Number(port) : puertoPropio(url, seguro);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: puerto,
    secure: seguro,
    requireTLS: !seguro && !local && !claro,
    ignoreTLS: claro,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !local },
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: CONEXION_MS,
    greetingTimeout: CONEXION_MS,
    dnsTimeout: CONEXION_MS,
    socketTimeout: SILENCIO_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The URL parser forgets a port that is its protocol's own (80, 443). */
function puertoPropio(url: string, seguro: boolean): number {
  const [, escrito] = /:(\d+)(?:[/?]|$)/.exec(url) ?? [];
  return escrito ? Number(escrito) : seguro ? 465 : 587;
}

/** A mailer over SMTP. One connection per message: a shop sends few, and none is left open. */
export function smtpMailer(url: string, remitente: Remitente, totalMs = TOTAL_MS): Mailer {
  const transporte = createTransport(opcionesSmtp(url));
  return {
    async send(mensaje) {
      try {
        await conPlazo(transporte, transporte.sendMail(sobre(mensaje, remitente)), totalMs);
      } catch (error) {
        throw esPermanente(error) ? new RechazoPermanenteError(respuestaDe(error)) : new Error(respuestaDe(error));
      }
    },
    close: () => transporte.close(),
  };
}

function sobre(m: Mensaje, { from, replyTo }: Remitente) {
  const [, nombre, direccion] = /^(.*) <(.+)>$/.exec(from) ?? [null, m.tienda, from];
  return {
    messageId: m.idMensaje,
    from: { name: nombre ?? m.tienda, address: direccion ?? from },
    ...(replyTo && { replyTo }),
    to: { name: '', address: m.para },
    subject: m.asunto,
    html: m.html,
    text: m.texto,
    date: m.fecha,
    // RFC 3834: answering machines must not answer.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

async function conPlazo(transporte: Transporter, envio: Promise<unknown>, totalMs: number): Promise<void> {
  let reloj: NodeJS.Timeout | undefined;
  const plazo = new Promise<never>((_, rechazar) => {
    reloj = setTimeout(() => {
      transporte.close();
      rechazar(new Error('El servidor de correo no terminó de responder.'));
    }, totalMs);
  });
  try {
    await Promise.race([envio, plazo]);
  } finally {
    clearTimeout(reloj);
    envio.catch(() => {});
  }
}

type FallaSmtp = { code?: string; responseCode?: number; response?: string; message?: string; rejected?: string[] };

/** 5xx to the envelope or to the message itself. A refused sign-in or greeting is the configuration's fault: it may mend. */
function esPermanente(error: unknown): boolean {
  const { code, responseCode = 0 } = error as FallaSmtp;
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500;
}

/** What the server said, on one line and without addresses or secrets, as it is kept and shown. */
function respuestaDe(error: unknown): string {
  const { code, response, message } = error as FallaSmtp;
  const dicho = (response ?? message ?? 'sin respuesta')
    .replace(/[^\s<>@]+@[^\s<>@]+/g, '…')
    .replace(/[\p{Cc}]+/gu, ' ');
  return `${code ? `${code}: ` : ''}${dicho}`.slice(0, 300);
}
