import { sqlClient } from '@/db';
import type { Context } from '@/lib/context';
import { generarCodigos } from '@/lib/etiqueta/generar-codigos';
import { atenderImportacion } from '@/lib/producto/importacion/atender';
import { confirmarImportacion } from '@/lib/producto/importacion/confirmar';
import { deshacerImportacion } from '@/lib/producto/importacion/deshacer';
import { prepararImportacion } from '@/lib/producto/importacion/preparar';
import { leerImportacion, listarImportaciones } from '@/lib/producto/queries';
import type { Situacion } from '@/lib/producto/rules-importacion';
import { contextoDe, type Mundo } from './mundo';

const ENCABEZADO = 'codigo_barras,nombre,categoria,precio_venta,costo_compra,stock_actual,stock_minimo';

/** A supplier's list that stays: some of it without a code, and a row whose code was copied wrong. */
const DEL_PROVEEDOR = {
  archivo: 'fiestas-fin-de-anio.csv',
  filas: [
    '7501031311309,Vasos de fiesta 20 unidades,Fiestas y regalos,"12,50","8,20",24,6',
    '7501031311316,Platos de cartón 20 unidades,Fiestas y regalos,14,"9,50",20,6',
    '7501031311323,Servilletas estampadas 50 unidades,Fiestas y regalos,"9,00","5,80",30,6',
    ',Globos de colores 25 unidades,Fiestas y regalos,15,9,18,4',
    ',Papel de regalo pliego,Fiestas y regalos,"2,50","1,20",60,10',
    ',Moño adhesivo para regalo,Fiestas y regalos,2,"0,90",80,10',
    '7501031311330,Velas de cumpleaños 12 unidades,Fiestas y regalos,8,"4,60",24,6',
    '7501031311340,Serpentina 5 rollos,Fiestas y regalos,7,4,15,5',
  ],
} as const;

/** Another shop's list, that entered by mistake and went out again. */
const EQUIVOCADA = {
  archivo: 'lista-ferreteria.csv',
  filas: [
    ',Clavos de 2 pulgadas 1 kg,Ferretería,18,13,10,2',
    ',Cinta aislante negra,Ferretería,6,"3,50",24,5',
    ',Foco LED 9 W,Ferretería,12,"7,80",30,6',
  ],
} as const;

const MOTIVO = 'Era la lista de otra tienda';

/**
 * Two files of products that somebody imported on a quiet evening: one that stays, whose products without a code got one of
 * the shop's for their labels, and one that was undone. A load that was cut short goes on from where each file is.
 */
export async function importarListas(mundo: Mundo, hora: Date): Promise<void> {
  const ctx = (nombre: string) => contextoDe(mundo, { nombre, hora, quien: 'super', sucursal: 'miraflores' });
  await llevar(ctx, DEL_PROVEEDOR, 'APLICADA');
  await llevar(ctx, EQUIVOCADA, 'DESHECHA');
  const sinCodigo = await sqlClient()<{ id: number }[]>`
    select p.id from importacion_producto i join producto p on p.id = i.id_producto
    where p.estado and p.codigo_barras is null order by p.id`;
  if (sinCodigo.length > 0) await generarCodigos(ctx('importacion/codigos'), { productos: sinCodigo.map((p) => p.id) });
}

type Lista = { archivo: string; filas: readonly string[] };

/** Takes a file as far as `hasta`, step by step, doing the worker's part as well. */
async function llevar(ctx: (nombre: string) => Context, lista: Lista, hasta: Situacion): Promise<void> {
  const de = (paso: string) => ctx(`importacion/${lista.archivo}/${paso}`);
  const trabajar = (id: number) =>
    atenderImportacion(id, { ahora: de('trabajo').ahora, ultimo: true, progreso: async () => {} });
  const hechas = await listarImportaciones(de('lista'), { buscar: lista.archivo });
  const { id } = hechas.items[0] ?? (await prepararImportacion(de('preparar'), { archivo: comoArchivo(lista) }));
  await trabajar(id);
  const estado = async () => (await leerImportacion(de('leer'), { id })).situacion;
  if ((await estado()) === 'REVISADA') await confirmarImportacion(de('confirmar'), { id, existentes: 'omitir' });
  await trabajar(id);
  if (hasta === 'DESHECHA' && (await estado()) === 'APLICADA') {
    await deshacerImportacion(de('deshacer'), { id, motivo: MOTIVO });
    await trabajar(id);
  }
  if ((await estado()) !== hasta) throw new Error(`${lista.archivo} did not become ${hasta}`);
}

function comoArchivo({ archivo, filas }: Lista) {
  return { nombre: archivo, tipo: 'text/csv', bytes: new TextEncoder().encode([ENCABEZADO, ...filas, ''].join('\n')) };
}
