import { env } from '@/lib/env';

const UN_ANIO_S = 31_536_000;

/** What tells a browser to come back by HTTPS alone, for a year, when the shop is served by it; nothing otherwise. */
export function transportSecurity(): Record<string, string> {
  if (!env().AUTH_URL?.startsWith('https:')) return {};
  return { 'strict-transport-security': `max-age=${UN_ANIO_S}; includeSubDomains` };
}

/**
 * What every answer of the API carries. It is data: never kept by a browser or a proxy, never shown inside a page, and with
 * nothing to load should one be made to open it. An answer with a policy of its own keeps it. OWASP ASVS 5.0.0, 3.4 and 14.3.2.
 */
export function apiHeaders(): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...transportSecurity(),
  };
}
