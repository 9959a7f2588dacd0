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
  // Pusher's own clusters are https; a server of one's own is behind whatever its port says.
  const tls = host === null || port === null || port === 443;
  const server = { appId, key, secret, cluster, host, port, tls };
  if (!env.PUSHER_PUBLIC_URL) return { ...server, browser: { host, port, tls } };
  const url = new URL(env.PUSHER_PUBLIC_URL);
  const seguro = url.protocol === 'https:' || url.protocol === 'wss:';
  const puerto = Number(url.port) || (seguro ? 443 : 80);
  return { ...server, browser: { host: url.hostname, port: puerto, tls: seguro } };
}

const CANAL = /^private-(?:sucursal-(\d{1,9})|cadena|general)-([a-z]+)$/;

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
