import { expect, it } from 'vitest';
import { formatBs } from '@/lib/money';
import { folioDe } from '@/lib/venta/rules';
import { hechoEnPalabras } from './hecho-en-palabras';
import type { HechoLeido } from './hecho-escrito';

const de = (cuerpo: object, tipo = 'registro') => hechoEnPalabras({ tipo, cuerpo } as HechoLeido);
const quitar = (nota?: object) => de({ acto: 'venta.quitar_lineas', nota });

it('a drawer says why it was opened, also as older devices told it', () => {
  expect(de({ acto: 'caja.abrir_gaveta', nota: { motivo: 'Dar cambio.' } })).toBe(
    'Se abrió la gaveta sin una venta: Dar cambio.',
  );
  expect(de({ acto: 'caja.abrir_gaveta', motivo: 'Contar monedas' })).toBe(
    'Se abrió la gaveta sin una venta: Contar monedas.',
  );
});

it('lines that were taken off say which, a few by name, and what they came to', () => {
  const linea = (nombre: string, importe: number) => ({ nombre, cantidad: 1, importe });
  expect(quitar({ lineas: [linea('Leche', 7.5)] })).toBe(
    `Se quitó una línea de un ticket ya totalizado (Leche; ${formatBs(750)}).`,
  );
  expect(quitar({ lineas: ['Pan', 'Té', 'Café', 'Sal', 'Ají'].map((n) => linea(n, 2.1)) })).toBe(
    `Se quitaron 5 líneas de un ticket ya totalizado (Pan, Té, Café y 2 más; ${formatBs(1050)}).`,
  );
});

it('what cannot be read is told without it, for that may be why it waits', () => {
  expect(de({ acto: 'caja.abrir_gaveta', nota: { motivo: 7 } })).toBe('Se abrió la gaveta sin una venta.');
  expect(de({ acto: 'venta.reimprimir', nota: { numero: 'x' } })).toBe('Se imprimió una copia de un ticket.');
  expect(quitar({ lineas: 'todas' })).toBe('Se quitaron líneas de un ticket ya totalizado.');
  expect(quitar()).toBe('Se quitaron líneas de un ticket ya totalizado.');
});

it('a ticket says its number and its total, and a caja with how much it was opened, closed or filled', () => {
  const folio = { serie: 'A1', numero: 12 };
  expect(hechoEnPalabras({ tipo: 'venta', folio, cuerpo: { total: 3400 } } as unknown as HechoLeido)).toBe(
    `Se cobró el ticket ${folioDe(folio)} por ${formatBs(3400)}.`,
  );
  expect(de({ id_caja: 1, monto_inicial: 20000 }, 'apertura')).toBe(`Se abrió una caja con ${formatBs(20000)}.`);
  expect(de({ monto_final_real: 35050 }, 'cierre')).toBe(`Se cerró la caja y se contaron ${formatBs(35050)}.`);
  expect(de({ tipo: 'INGRESO', monto: 20.5 }, 'movimiento')).toBe(`Ingresó ${formatBs(2050)} a la gaveta.`);
  expect(de({ tipo: 'INGRESO', monto: 'x' }, 'movimiento')).toBe('Ingresó dinero a la gaveta.');
  expect(de({ venta: 'x', motivo_edicion: 'Se arrepintió.' }, 'anulacion')).toBe('Se anuló un ticket: Se arrepintió.');
});
