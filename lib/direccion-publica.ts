/** Names and addresses that only work inside the shop's network (RFC 1918, RFC 6762, loopback): no customer gets there. */
const DE_ADENTRO =
  /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[|.*\.(local|localhost|lan|internal|test)$|[^.]*$)/i;

/**
 * Where customers reach the shop: what it was configured with (`AUTH_URL`, which every page carries), else the address of this
 * page when it is one of the internet; `null` when there is none.
 */
export function direccionPublica(doc: Document = document): string | null {
  const configurada = doc.documentElement.dataset.direccion;
  if (configurada) return configurada;
  const { hostname, origin } = doc.location;
  return DE_ADENTRO.test(hostname) ? null : origin;
}
