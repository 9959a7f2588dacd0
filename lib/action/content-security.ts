/** What a page may load and from where; `nonce` is new for each answer. */
export type ContentSecurityOptions = {
  nonce: string;
  /** `next dev` evaluates code and talks to itself by WebSocket. */
  desarrollo: boolean;
  /** Other origins the page talks to, e.g. a Pusher server. */
  conexiones?: readonly string[];
};

/**
 * The Content-Security-Policy of a page: scripts only with this answer's nonce (and what they load), everything else from
 * the shop itself. Styles may be inline: React, the toasts and the receipt write them.
 * Rules: OWASP ASVS 5.0 §3.4 and the CSP Level 3 strict policy.
 */
export function contentSecurityPolicy({ nonce, desarrollo, conexiones = [] }: ContentSecurityOptions): string {
  const directivas: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(desarrollo ? ["'unsafe-eval'"] : [])],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...conexiones, ...(desarrollo ? ['ws:'] : [])],
    'frame-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
  };
  return Object.entries(directivas)
    .map(([nombre, valores]) => `${nombre} ${valores.join(' ')}`)
    .join('; ');
}

/** The header by which a page learns its own nonce; set by the middleware, never believed from outside. */
export const NONCE_HEADER = 'x-nonce';

/** Where the browser reaches the Pusher server that is configured, if any: HTTP for the fallback, WebSocket for the rest. */
export function origenesDePusher(p: { key?: string; cluster?: string; publicUrl?: string }): string[] {
  if (!p.key) return [];
  if (!p.publicUrl) return [`wss://ws-${p.cluster}.pusher.com`, `https://sockjs-${p.cluster}.pusher.com`];
  const { origin } = new URL(p.publicUrl);
  return [origin, origin.replace(/^http/, 'ws')];
}
