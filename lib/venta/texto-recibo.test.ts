import { expect, it } from 'vitest';
import type { VentaDto } from './schemas';
import { textoDeRecibo } from './texto-recibo';

const detalle = {
  nombre: 'Leche *PIL*',
  cantidad: 2,
  unidad: 'unidad',
  precio_unitario: 7.5,
  descuento: 0,
  subtotal: 15,
};
const venta = {
  serie: 'A1',
  numero: 123,
  fecha: '2026-11-20T18:05:00.000Z',
  sucursal: {
    id: 1,
    nombre: 'Miraflores',
    direccion: null,
    telefono: null,
    texto_encabezado: null,
    texto_pie: null,
    dias_devolucion: 7,
  },
  estado_venta: 'COMPLETADA',
  total: 1234.53,
  descuento: 0,
  redondeo: -0.03,
  pagos: [{ metodo: 'EFECTIVO', monto: 1234.5, referencia: null }],
  detalles: [detalle, { ...detalle, nombre: 'Queso', cantidad: 0.25, unidad: 'kg', precio_unitario: 60, subtotal: 15 }],
} as VentaDto;

it('says what the paper says, with its figures as they are written here', () => {
  expect(textoDeRecibo(venta).split('\n')).toEqual([
    '*Miraflores*',
    'Ticket A1-000123 · 20/11/2026 14:05',
    '',
    '• Leche PIL: 2 × 7,50 = 15,00',
    '• Queso: 0,25 kg × 60,00 = 15,00',
    '',
    '*TOTAL Bs 1.234,53*',
    'Redondeo de efectivo: −0,03',
    'Efectivo: 1.234,50',
    '',
    '¡Gracias por su compra!',
    '_Comprobante sin valor fiscal_',
  ]);
});

it('of a void ticket says so, and tells the discounts', () => {
  const texto = textoDeRecibo({ ...venta, estado_venta: 'ANULADA', descuento: 5, redondeo: 0 });
  expect(texto).toContain('*ANULADO*');
  expect(texto).toContain('Descuentos: −5,00');
  expect(texto).not.toContain('Redondeo');
});
