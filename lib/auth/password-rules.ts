import { z } from 'zod';
import MAS_USADAS from './common-passwords.json' with { type: 'json' };

/** Length of a password somebody chooses, in characters: NIST SP 800-63B, and OWASP ASVS 5.0 V6.2. No rule of composition. */
const MINIMO = 8;
const MAXIMO = 128;

/** What whoever guesses tries first in a shop here; the rest of the world's are in the list. */
const DE_AQUI = [
  'administrador',
  'administradora',
  'almacenero',
  'bolivia123',
  'bolivia2025',
  'bolivia2026',
  'caja1234',
  'cajero123',
  'cochabamba',
  'contrasena',
  'contrasena1',
  'contrasena123',
  'lapaz123',
  'lapaz2026',
  'operador',
  'operador1',
  'operador123',
  'propietario',
  'santacruz',
  'santacruz1',
  'superadmin',
  'superadministrador',
  'supervisor',
  'teamomucho',
  'tequieromucho',
  'tienda123',
  'usuario123',
];

const COMUNES: ReadonlySet<string> = new Set([...MAS_USADAS, ...DE_AQUI]);

/** Words that say nothing in a password of this product. */
const DEL_PRODUCTO = ['kantuta', 'pos', 'tienda', 'bolivia'];

/** Without accents, case or signs. */
const llana = (texto: string) =>
  texto
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A password somebody chooses: 8 to 128 characters, and not one of those that everybody tries first. */
export const passwordNueva = z
  .string({ error: 'Falta la contraseña.' })
  .superRefine((valor, ctx) => {
    const falta = faltaDeLargo(valor) ?? (esComun(valor) ? 'Esa contraseña es muy conocida. Elija otra.' : null);
    if (falta) ctx.addIssue({ code: 'custom', message: falta });
  })
  .meta({
    minLength: MINIMO,
    maxLength: MAXIMO,
    description: 'De 8 a 128 caracteres, sin ser una contraseña conocida.',
  });

/** Whose password it is to be: what those around them know of them. */
export type Conocido = { email?: string | null | undefined; nombres?: readonly (string | null | undefined)[] };

/**
 * Why a password that passes `passwordNueva` is still no good for this person: it is their mail or their name, with or without
 * figures beside it. A sentence, or `null` when it is good.
 */
export function faltaDePersona(password: string, { email, nombres = [] }: Conocido): string | null {
  const [usuario = '', dominio = ''] = (email ?? '').split('@');
  const partes = [usuario, dominio.split('.')[0] ?? '', ...nombres.flatMap((n) => (n ?? '').split(/\s+/))];
  const propias = [llana(email ?? ''), ...partes.map(llana)].filter((p) => p.length >= 3);
  if (propias.length === 0 || letrasSin(llana(password), propias) >= 4) return null;
  return 'La contraseña no puede ser su propio nombre o correo.';
}

function faltaDeLargo(valor: string): string | null {
  const largo = [...valor].length;
  if (largo < MINIMO) return `La contraseña debe tener al menos ${MINIMO} caracteres.`;
  return largo > MAXIMO ? `La contraseña debe tener como máximo ${MAXIMO} caracteres.` : null;
}

function esComun(valor: string): boolean {
  const texto = llana(valor);
  // Without letters or figures at all (signs, emojis) what counts is how many different ones there are.
  if (new Set(texto === '' ? valor : texto).size < 4) return true;
  const dePrimero = DEL_PRODUCTO.some((palabra) => texto.startsWith(palabra));
  return COMUNES.has(texto) || (dePrimero && letrasSin(texto, DEL_PRODUCTO) < 4);
}

/** How many letters are left of a text without some words and without figures. */
function letrasSin(texto: string, palabras: readonly string[]): number {
  const resto = [...palabras]
    .sort((a, b) => b.length - a.length)
    .reduce((t, palabra) => t.replaceAll(palabra, ''), texto);
  return resto === texto ? Number.POSITIVE_INFINITY : [...resto.replace(/\p{N}/gu, '')].length;
}
