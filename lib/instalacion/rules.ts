/** Length of the password of who may do everything. */
export const PASSWORD_MINIMO = 10;

/** Passwords of that length which whoever guesses tries first; compared without case, spaces and signs. */
const COMUNES = new Set([
  '0123456789',
  '1234567890',
  '12345678910',
  '123456789a',
  '0987654321',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'abc1234567',
  'abcd123456',
  'administrador',
  'administrador1',
  'admin12345',
  'admin123456',
  'bolivia123',
  'bolivia1234',
  'bolivia2025',
  'bolivia2026',
  'cochabamba',
  'contrasena',
  'contrasena1',
  'contrasena123',
  'contraseña',
  'contraseña1',
  'contraseña123',
  'iloveyou123',
  'kantuta123',
  'kantuta1234',
  'kantutademo',
  'kantutapos',
  'password12',
  'password123',
  'password1234',
  'qwerty1234',
  'qwerty12345',
  'qwerty123456',
  'qwertyuiop',
  'santacruz1',
  'superadmin',
  'superadministrador',
  'teamomucho',
]);

/** Why a password is not good for the owner, as a sentence; `null` when it is. */
export function faltaDePassword(password: string, email: string): string | null {
  if (password.length < PASSWORD_MINIMO) return `La contraseña debe tener al menos ${PASSWORD_MINIMO} caracteres.`;
  const llana = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const [nombre = ''] = email.toLowerCase().split('@');
  const esElCorreo = password.trim().toLowerCase() === email.trim().toLowerCase() || llana === nombre;
  if (COMUNES.has(llana) || new Set(llana).size < 4 || esElCorreo) return 'Esa contraseña es fácil de adivinar.';
  return null;
}
