import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { NombreFormato } from '@/lib/etiqueta/rules';
import type { EtiquetaDto } from '@/lib/etiqueta/schemas';
import { Papel } from './papel';

const leche: EtiquetaDto = {
  id_producto: 1,
  id_presentacion: null,
  nombre: 'Leche',
  presentacion: null,
  unidad: 'unidad',
  precio_venta: 8,
  precio_por_unidad: null,
  sku: null,
  codigo: null,
  barras: null,
};
const dibujar = (formato: NombreFormato, cuantas = 1) =>
  renderToStaticMarkup(
    createElement(Papel, { etiquetas: Array(cuantas).fill(leche), formato, desde: 0, conPrecio: true, vista: 1 }),
  );

it.each([
  ['hoja-24', 'A4'],
  ['hoja-65', 'A4'],
  ['rollo-80', '80mm 40mm'],
  ['rollo-50', '50mm 25mm'],
] as const)(
  'labels of %s on the screen bring their paper with them, so that any way of printing finds it',
  (formato, papel) => {
    expect(dibujar(formato)).toContain(`@page { size: ${papel}; margin: 0 }`);
  },
);

it('a page begins after each but the last: no sheet and no label of the roll comes out empty', () => {
  const saltos = (formato: NombreFormato, cuantas: number) =>
    dibujar(formato, cuantas).split('break-after:page').length - 1;
  expect(saltos('hoja-24', 24)).toBe(0);
  expect(saltos('hoja-24', 25)).toBe(1);
  expect(saltos('rollo-50', 5)).toBe(4);
});
