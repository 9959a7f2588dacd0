/** What opens a public receipt: 128 random bits of this device, in base64url (22 characters). */
export function nuevoTokenDeRecibo(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
