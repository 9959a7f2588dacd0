import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The signature of a fact: HMAC-SHA-256 of its exact text under the key of a grant (64 hex digits), in hex. In plain
 * JavaScript and the same on both sides: a browser that came by plain http has no `crypto.subtle`.
 */
export function firmar(claveHex: string, texto: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(claveHex), utf8ToBytes(texto)));
}
