import { expect, it } from 'vitest';
import { abrirConteo } from '@/lib/inventario/abrir-conteo';
import { aplicarConteo } from '@/lib/inventario/aplicar-conteo';
import { contarProducto } from '@/lib/inventario/contar';
import { enviarTransferencia } from '@/lib/inventario/enviar-transferencia';
import { listarExistencias } from '@/lib/inventario/existencias';
import { recibirTransferencia } from '@/lib/inventario/recibir-transferencia';
import { registrarEntrada } from '@/lib/inventario/registrar-entrada';
import { registrarSalida } from '@/lib/inventario/registrar-salida';
import { solicitarTransferencia } from '@/lib/inventario/solicitar-transferencia';
import { anularVenta } from '@/lib/venta/anular';
import { todoCuadra } from '../concurrency/juntos';
import { ctxDe, nuevoProducto } from '../harness/factories';
import { type Cadena, con, hay, nuevaCadena, vender } from './fixtures';

type Paso = {
  que: string;
  hacer: () => Promise<unknown>;
  /** What the act is worth in centavos, worked out by hand. */
  cuenta: string;
  cantidad: number;
  valor: number;
  promedio: number | null;
};

/** Does each act and holds the stock to what was worked out by hand beside it. */
async function seguir(m: Cadena, idProducto: number, tabla: readonly Paso[]): Promise<void> {
  for (const { que, hacer, cuenta, ...queda } of tabla) {
    await hacer();
    const { items } = await listarExistencias(ctxDe(m.jefe), { limite: 200 });
    const promedio = items.find((e) => e.id_producto === idProducto)?.costo_promedio;
    expect({ que, cuenta, ...(await hay(idProducto, m.norte)), promedio }).toEqual({ que, cuenta, ...queda });
    await todoCuadra();
  }
}

it('the weighted average follows a table worked out by hand, rounding included, until nothing is left', async () => {
  const m = await nuevaCadena();
  const p = await nuevoProducto(m.norte, { costo: 1, stock: 0 });
  const entra = (cantidad: number, pago: object) => () =>
    registrarEntrada(con(m.almacen), { motivo: 'Compra', lineas: [{ id_producto: p.id, cantidad, ...pago }] });
  const sale = (tipo: string, cantidad: number) => () =>
    registrarSalida(con(m.almacen), { tipo, motivo: 'Salió', lineas: [{ id_producto: p.id, cantidad }] });
  let venta = 0;
  const tabla: Paso[] = [
    {
      que: 'entran 3 por 10,00',
      hacer: entra(3, { subtotal: 10 }),
      cuenta: '+10,00',
      cantidad: 3_000,
      valor: 1_000,
      promedio: 3.33,
    },
    {
      que: 'merma de 1',
      hacer: sale('MERMA', 1),
      cuenta: '10,00 × 1/3 = 3,333 → 3,33',
      cantidad: 2_000,
      valor: 667,
      promedio: 3.34,
    },
    {
      que: 'venta de 1',
      hacer: async () => {
        venta = (await vender(m.turno, p, 1)).id;
      },
      cuenta: '6,67 × 1/2 = 3,335 → 3,34',
      cantidad: 1_000,
      valor: 333,
      promedio: 3.33,
    },
    {
      que: 'entran 4 a 1,25',
      hacer: entra(4, { costo_unitario: 1.25 }),
      cuenta: '+5,00',
      cantidad: 5_000,
      valor: 833,
      promedio: 1.67,
    },
    {
      que: 'consumo de 2',
      hacer: sale('CONSUMO', 2),
      cuenta: '8,33 × 2/5 = 3,332 → 3,33',
      cantidad: 3_000,
      valor: 500,
      promedio: 1.67,
    },
    {
      que: 'se anula la venta: vuelve a lo que salió',
      hacer: () => anularVenta(con(m.turno.cajero), { id: venta, motivo_edicion: 'Se arrepintió' }),
      cuenta: '+3,34',
      cantidad: 4_000,
      valor: 834,
      promedio: 2.09,
    },
    {
      que: 'un conteo encuentra 3',
      hacer: async () => {
        const { id } = await abrirConteo(con(m.almacen), { alcance: 'LIBRE' });
        await contarProducto(con(m.almacen), { id, id_producto: p.id, cantidad: 3 });
        await aplicarConteo(con(m.almacen), { id });
      },
      cuenta: '8,34 × 1/4 = 2,085 → 2,09',
      cantidad: 3_000,
      valor: 625,
      promedio: 2.08,
    },
    {
      que: 'se mandan 2 al sur y vuelve 1',
      hacer: async () => {
        const ida = await solicitarTransferencia(con(m.almacen), {
          id_destino: m.sur,
          lineas: [{ id_producto: p.id, cantidad: 2 }],
        });
        await enviarTransferencia(con(m.almacen), { id: ida.id });
        await recibirTransferencia(con(m.otro), { id: ida.id });
        const vuelta = await solicitarTransferencia(con(m.otro), {
          id_destino: m.norte,
          lineas: [{ id_producto: p.id, cantidad: 1 }],
        });
        await enviarTransferencia(con(m.otro), { id: vuelta.id });
        await recibirTransferencia(con(m.almacen), { id: vuelta.id });
      },
      cuenta: '6,25 × 2/3 = 4,167 → 4,17; de 4,17 × 1/2 = 2,085 → 2,09 vuelve: 2,08 + 2,09',
      cantidad: 2_000,
      valor: 417,
      promedio: 2.09,
    },
    {
      que: 'entran 2 sin decir el costo: al último',
      hacer: entra(2, {}),
      cuenta: '+2 × 1,25',
      cantidad: 4_000,
      valor: 667,
      promedio: 1.67,
    },
    {
      que: 'vencen 3',
      hacer: sale('VENCIDO', 3),
      cuenta: '6,67 × 3/4 = 5,0025 → 5,00',
      cantidad: 1_000,
      valor: 167,
      promedio: 1.67,
    },
    {
      que: 'la última se lleva el resto',
      hacer: () => vender(m.turno, p, 1),
      cuenta: '−1,67',
      cantidad: 0,
      valor: 0,
      promedio: null,
    },
  ];
  await seguir(m, p.id, tabla);
});

it('by weight the thousandths count, and the last gram takes the rest', async () => {
  const m = await nuevaCadena();
  const p = await nuevoProducto(m.norte, { costo: 7.77, stock: 0, unidad: 'kg' });
  const lineas = (cantidad: number, pago: object = {}) => [{ id_producto: p.id, cantidad, ...pago }];
  const tabla: Paso[] = [
    {
      que: 'entran 1,005 kg al último costo',
      hacer: () => registrarEntrada(con(m.almacen), { motivo: 'Compra', lineas: lineas(1.005) }),
      cuenta: '7,77 × 1,005 = 7,80885 → 7,81',
      cantidad: 1_005,
      valor: 781,
      promedio: 7.77,
    },
    {
      que: 'entran 0,333 kg por 3,00',
      hacer: () => registrarEntrada(con(m.almacen), { motivo: 'Compra', lineas: lineas(0.333, { subtotal: 3 }) }),
      cuenta: '+3,00',
      cantidad: 1_338,
      valor: 1_081,
      promedio: 8.08,
    },
    {
      que: 'merma de 1 gramo',
      hacer: () => registrarSalida(con(m.almacen), { tipo: 'MERMA', motivo: 'Goteo', lineas: lineas(0.001) }),
      cuenta: '10,81 × 1/1338 = 0,0081 → 0,01',
      cantidad: 1_337,
      valor: 1_080,
      promedio: 8.08,
    },
    {
      que: 'se venden 0,25 kg',
      hacer: () => vender(m.turno, p, 0.25),
      cuenta: '10,80 × 250/1337 = 2,0194 → 2,02',
      cantidad: 1_087,
      valor: 878,
      promedio: 8.08,
    },
    {
      que: 'se vende el resto',
      hacer: () => vender(m.turno, p, 1.087),
      cuenta: '−8,78',
      cantidad: 0,
      valor: 0,
      promedio: null,
    },
  ];
  await seguir(m, p.id, tabla);
});
