import { describe, expect, test } from 'vitest';
import { CATALOGO } from '@/db/seed/catalogo';
import { conDigito } from '@/db/seed/catalogo/ean';
import { centavosDeJson } from '@/lib/money';

const productos = CATALOGO.flatMap((c) => c.productos);
const codigos = productos.flatMap((p) => p.codigo ?? []);

describe('sample catalogue', () => {
  test('about three hundred products in some fifteen categories, none of them empty', () => {
    expect(productos.length).toBeGreaterThanOrEqual(300);
    expect(CATALOGO.length).toBeGreaterThanOrEqual(14);
    expect(CATALOGO.filter((c) => c.productos.length < 10)).toEqual([]);
  });

  test('names and categories are unique, whatever their case', () => {
    expect(new Set(productos.map((p) => p.nombre.toLowerCase())).size).toBe(productos.length);
    expect(new Set(CATALOGO.map((c) => c.nombre.toLowerCase())).size).toBe(CATALOGO.length);
  });

  test('barcodes are unique and their last digit is the one a scanner checks', () => {
    expect(new Set(codigos).size).toBe(codigos.length);
    for (const codigo of codigos) {
      expect(codigo).toMatch(/^\d{13}$/);
      const suma = [...codigo].reduce((total, cifra, i) => total + Number(cifra) * (i % 2 ? 3 : 1), 0);
      expect(suma % 10, codigo).toBe(0);
    }
  });

  test('the check digit of a known code is right', () => {
    expect(conDigito('400638133393')).toBe('4006381333931');
  });

  test('prices are whole tenths a till can charge, and every margin is between 8 and 35 %', () => {
    for (const p of productos) {
      const precio = centavosDeJson(p.precio) ?? 0;
      const costo = centavosDeJson(p.costo) ?? 0;
      expect(precio % 10, p.nombre).toBe(0);
      expect((precio - costo) / precio, p.nombre).toBeGreaterThanOrEqual(0.08);
      expect((precio - costo) / precio, p.nombre).toBeLessThanOrEqual(0.35);
    }
  });

  test('the counter starts with 24 favourites, and some things are weighed', () => {
    expect(productos.filter((p) => p.favorito)).toHaveLength(24);
    expect(productos.filter((p) => p.unidad === 'kg').length).toBeGreaterThan(15);
    expect(productos.every((p) => p.rotacion >= 1 && p.rotacion <= 10)).toBe(true);
  });
});
