import { describe, expect, it } from 'vitest';
import { DATOS_VACIOS, faltasDelPaso, PASOS, pasoCon } from './pasos';

const persona = { ...DATOS_VACIOS, nombres: 'Rosa', p_apellido: 'Quispe', fecha_nacimiento: '1990-05-17' };

describe('the wizard', () => {
  it('asks every field in exactly one step', () => {
    expect(PASOS.flatMap(({ campos }) => [...campos]).sort()).toEqual(Object.keys(DATOS_VACIOS).sort());
  });

  it('does not go on without what the shop must have, and does without the rest', () => {
    expect(faltasDelPaso(0, DATOS_VACIOS)).toEqual({ tienda: 'Falta este dato.' });
    expect(faltasDelPaso(0, { ...DATOS_VACIOS, tienda: 'La Kantuta' })).toEqual({});
  });

  it('stops a mail that cannot exist and a password that is easy to guess', () => {
    expect(faltasDelPaso(1, { ...persona, email: 'rosa', password: 'corta' })).toEqual({
      email: 'El correo no es válido.',
      password: 'La contraseña debe tener al menos 10 caracteres.',
    });
    expect(faltasDelPaso(1, { ...persona, email: 'rosa@tienda.bo', password: 'una-larga-y-rara' })).toEqual({});
  });

  it('goes back to the first step that the server found wrong', () => {
    expect(pasoCon({ clave: 'x', email: 'y' })).toBe(1);
    expect(pasoCon({ otra: 'x' })).toBeNull();
  });
});
