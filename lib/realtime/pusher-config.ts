import type { Env } from '@/lib/env';
import { type Cambio, NOMBRES_DE_TEMAS, type Oidor, puedeOirTema, type Tema } from './eventos';

/** Where the Pusher server is, as this process reaches it. */
export type PusherConfig = Readonly<{
  appId: string;
  key: string;
  secret: string;
  cluster: string | null;
  host: string | null;
  port: number | null;
  tls: boolean;
  /** How browsers reach it. */
  browser: { host: string | null; port: number | null; tls: boolean };
}>;

/** The Pusher server of the environment, or `null` when there is none. */
export function pusherConfig(env: Env): PusherConfig | null {
  const { PUSHER_APP_ID: appId, PUSHER_KEY: key, PUSHER_SECRET: secret } = env;
  if (!appId || !key || !secret) return null;
  const { PUSHER_CLUSTER: cluster = null, PUSHER_HOST: host = null, PUSHER_PORT: port = null } = env;
  const server = { appId, key, secret, cluster, host, port, tls: hablaTls(host, port) };
  const publica = urlPublicaDePusher(env);
  if (!publica) return { ...server, browser: { host: null, port: null, tls: true } };
  const { protocol, hostname, port: puerto } = new URL(publica);
  const tls = protocol === 'https:' || protocol === 'wss:';
  return { ...server, browser: { host: hostname, port: Number(puerto) || (tls ? 443 : 80), tls } };
}

/** Where browsers reach a Pusher server of one's own: as configured, else as this process does. None with a cluster. */
export function urlPublicaDePusher({ PUSHER_PUBLIC_URL, PUSHER_HOST, PUSHER_PORT }: Partial<Env>): string | undefined {
  if (PUSHER_PUBLIC_URL || !PUSHER_HOST) return PUSHER_PUBLIC_URL;
  const puerto = PUSHER_PORT === undefined ? '' : `:${PUSHER_PORT}`;
  return `${hablaTls(PUSHER_HOST, PUSHER_PORT ?? null) ? 'https' : 'http'}://${PUSHER_HOST}${puerto}`;
}

/** Pusher's own clusters are https; a server of one's own is what its port says. */
function hablaTls(host: string | null, port: number | null): boolean {
  return host === null || port === null || port === 443;
}

const CANAL = /^private-(?:sucursal-(\d{1,9})|cadena|general)-([a-z_]+)$/;

/** The channels an event goes to: its branch's and the whole chain's, or the one that everybody hears. */
export function canalesDe({ tema, idSucursal }: Pick<Cambio, 'tema' | 'idSucursal'>): string[] {
  if (idSucursal === null) return [`private-general-${tema}`];
  return [`private-sucursal-${idSucursal}-${tema}`, `private-cadena-${tema}`];
}

/** The channels somebody should listen to: exactly what a stream would tell them. */
export function canalesPara(oidor: Oidor): string[] {
  const alcance = oidor.permisos.has('sucursal:todas') ? 'cadena' : `sucursal-${oidor.idSucursal}`;
  const temas = NOMBRES_DE_TEMAS.filter((tema) => puedeOirTema(oidor, tema));
  return temas.flatMap((tema) => [`private-${alcance}-${tema}`, `private-general-${tema}`]);
}

/** Whether somebody may listen to a channel, whatever they ask for. */
export function puedeOirCanal(oidor: Oidor, canal: string): boolean {
  const [, sucursal, tema] = CANAL.exec(canal) ?? [];
  if (!tema || !esTema(tema) || !puedeOirTema(oidor, tema)) return false;
  if (oidor.permisos.has('sucursal:todas')) return true;
  if (sucursal !== undefined) return Number(sucursal) === oidor.idSucursal;
  return canal.startsWith('private-general-');
}

function esTema(texto: string): texto is Tema {
  return (NOMBRES_DE_TEMAS as string[]).includes(texto);
}
