import { log } from '@/lib/log';
import { contarPedido, type Params, rutaDe } from './pedidos';

/** A request that the API's door answered. */
export type PedidoAtendido = {
  metodo: string;
  pathname: string;
  params: Params;
  status: number;
  ms: number;
  requestId: string;
  /** Null when nobody was signed in. */
  idUsuario: number | null;
};

/** Not signed in, not allowed, too large, too often: what whoever looks for an attack reads. OWASP ASVS 5.0.0, 16.3. */
const DE_SEGURIDAD = new Set([401, 403, 413, 429]);

/**
 * Counts a request and leaves its line in the log: `warn` when the server failed, `info` when somebody was kept out, `debug`
 * otherwise. The route goes by its
 * pattern; neither query, body nor header is written.
 */
export function anotarPedido({ metodo, pathname, params, status, ms, requestId, idUsuario }: PedidoAtendido): void {
  const ruta = rutaDe(pathname, params);
  contarPedido(metodo, ruta, status, ms);
  const nivel = status >= 500 ? 'warn' : DE_SEGURIDAD.has(status) ? 'info' : 'debug';
  if (!log().isLevelEnabled(nivel)) return;
  log()[nivel]({ requestId, metodo, ruta, status, ms: Math.round(ms * 10) / 10, idUsuario }, 'request');
}
