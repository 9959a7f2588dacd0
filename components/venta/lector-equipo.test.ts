import { describe, expect, it } from 'vitest';
import { aprenderLector, sinAdornos } from './lector-equipo';
import { DetectorEscaner } from './scan-detector';

const A = '7771234567890'.slice(0, 12);
const EAN = (doce: string) => {
  const suma = [...doce].reduce((t, d, i) => t + Number(d) * (i % 2 === 0 ? 1 : 3), 0);
  return doce + ((10 - (suma % 10)) % 10);
};
const uno = EAN(A);
const otro = EAN('750103131130');
const leida = (texto: string, conTecla = true) => ({ texto, conTecla });

describe('what a scanner puts around its codes', () => {
  it('is learnt from two products: prefix, suffix and how it ends', () => {
    expect(aprenderLector([leida(uno), leida(otro)])).toEqual({ prefijo: '', sufijo: '', fin: 'tecla' });
    expect(aprenderLector([leida(`]E0${uno}`), leida(`]E0${otro}`)])).toMatchObject({ prefijo: ']E0' });
    expect(aprenderLector([leida(`${uno}#`, false), leida(`${otro}#`, false)])).toEqual({
      prefijo: '',
      sufijo: '#',
      fin: 'nada',
    });
    expect(aprenderLector([leida(`A${uno}Z`), leida(`A96385074Z`)])).toMatchObject({ prefijo: 'A', sufijo: 'Z' });
  });

  it('is not guessed from one product, from different endings, or from what is no code', () => {
    expect(aprenderLector([leida(uno), leida(uno)])).toBeNull();
    expect(aprenderLector([leida(uno), leida(otro, false)])).toBeNull();
    expect(aprenderLector([leida(`X${uno}`), leida(otro)])).toBeNull();
    expect(aprenderLector([leida('hola mundo'), leida('otra cosa')])).toBeNull();
  });

  it('is taken off the codes that have it, and the others stay whole', () => {
    const config = { prefijo: ']C1', sufijo: '!' };
    expect(sinAdornos(']C1AB-12!', config)).toBe('AB-12');
    expect(sinAdornos('AB-12', config)).toBe('AB-12');
    expect(sinAdornos(']C1!', config)).toBe(']C1!');
  });
});

describe('a scanner that sends no key at the end', () => {
  it('is heard in the silence after its code, also right after another or after typing', () => {
    const detector = new DetectorEscaner();
    const teclear = (texto: string, t0: number, pausa = 8) =>
      [...texto].forEach((letra, i) => {
        detector.caracter(letra, t0 + i * pausa);
      });
    teclear(uno, 0);
    expect(detector.silencio()).toMatchObject({ tipo: 'escaneo', codigo: uno });
    teclear('3*', 1000, 150);
    teclear(otro, 1400);
    expect(detector.silencio()).toMatchObject({ tipo: 'escaneo', codigo: otro });
    teclear('galletas', 3000, 90);
    expect(detector.silencio().tipo).toBe('pasa');
  });
});

describe('every symbology, as a scanner types it', () => {
  it.each([
    ['EAN-13', uno],
    ['EAN-8', '96385074'],
    ['UPC-A', '036000291452'],
    ['UPC-E', '04252614'],
    ['Code 128', 'ABC-abc-1234'],
    ['Code 39', 'KANTUTA-77'],
    ['ITF-14', '17771234567897'],
    ['de la balanza', '2001234013504'],
  ])('%s', (_nombre, codigo) => {
    const detector = new DetectorEscaner();
    [...codigo].forEach((letra, i) => {
      detector.caracter(letra, i * 9);
    });
    expect(detector.fin(codigo.length * 9)).toMatchObject({ tipo: 'escaneo', codigo });
  });
});
