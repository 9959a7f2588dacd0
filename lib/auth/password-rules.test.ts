import { describe, expect, it } from 'vitest';
import MAS_USADAS from './common-passwords.json' with { type: 'json' };
import { faltaDePersona, passwordNueva } from './password-rules';

const falta = (password: string) => passwordNueva.safeParse(password).error?.issues[0]?.message ?? null;

describe('a new password', () => {
  it('is measured in characters, not in what they weigh, and asks for no signs', () => {
    expect(falta('siete77')).toBe('La contraseña debe tener al menos 8 caracteres.');
    expect(falta('🌵🐈🍋🥭🌽🥔🦙')).toBe('La contraseña debe tener al menos 8 caracteres.');
    expect(falta('🌵🐈🍋🥭🌽🥔🦙🧂')).toBeNull();
    expect(falta('pan y queso')).toBeNull();
    expect(falta('x1y2z3w4'.repeat(16))).toBeNull();
    expect(falta(`${'x1y2z3w4'.repeat(16)}z`)).toBe('La contraseña debe tener como máximo 128 caracteres.');
    expect(falta(undefined as never)).toBe('Falta la contraseña.');
  });

  it.each([
    'password',
    'Password',
    'iloveyou',
    '1234567890',
    'P-A-S-S-W-O-R-D',
    'Contraseña1',
    'aaaaaaaa',
    'superadmin',
  ])('is not one that everybody tries first: %s', (password) => {
    expect(falta(password)).toBe('Esa contraseña es muy conocida. Elija otra.');
  });

  it.each(['kantuta123', 'KantutaPOS2026', 'kantuta-tienda', 'Bolivia-2027'])(
    'is not the name of the product: %s',
    (p) => {
      expect(falta(p)).toBe('Esa contraseña es muy conocida. Elija otra.');
    },
  );

  it('may be the one of the demo, and have common words in it', () => {
    expect(falta('kantuta-demo')).toBeNull();
    expect(falta('la kantuta florece')).toBeNull();
    expect(falta('password-del-almacen')).toBeNull();
  });

  it('is looked for in more than 3 000 that could be chosen', () => {
    expect(MAS_USADAS.filter((p) => [...p].length >= 8).length).toBeGreaterThan(3_000);
  });
});

describe('the password of a person', () => {
  const rosa = { email: 'rosa.mamani@prueba.bo', nombres: ['Rosa María', 'Mamani', null] };

  it.each(['rosamamani', 'Mamani1994', 'rosa.mamani@prueba.bo', 'ROSA-maria-mamani', 'prueba2026'])(
    'is not their mail or their name: %s',
    (password) => {
      expect(faltaDePersona(password, rosa)).toBe('La contraseña no puede ser su propio nombre o correo.');
    },
  );

  it.each(['rosas para mi abuela', 'las mañanas de mayo', '19941994-x'])('may say something else: %s', (password) => {
    expect(faltaDePersona(password, rosa)).toBeNull();
  });

  it('of whom nothing is known is not judged', () => {
    expect(faltaDePersona('cualquiera', {})).toBeNull();
  });
});
