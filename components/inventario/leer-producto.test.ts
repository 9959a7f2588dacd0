import { expect, it } from 'vitest';
import { ApiError } from '@/lib/api-client';
import { digitoVerificador } from '@/lib/producto/rules';
import type { ProductoPorCodigoDto } from '@/lib/producto/schemas';
import { leerProducto } from './leer-producto';

const FORMATOS = ['20AAAAAPPPPPC', '21AAAAAIIIIIC'];
const etiqueta = (doce: string) => doce + digitoVerificador(doce);
const NADIE = new ApiError(404, 'no_encontrado', 'Ningún producto tiene el código.', {});

type Parte = Pick<ProductoPorCodigoDto, 'id' | 'unidad' | 'precio_venta' | 'presentacion'>;
const queso: Parte = { id: 1, unidad: 'kg', precio_venta: 9.8, presentacion: null };
const pack: Parte = { id: 2, unidad: 'unidad', precio_venta: 9, presentacion: { id: 5, nombre: 'Pack', factor: 6 } };
const CODIGOS: Record<string, Parte> = { '01234': queso, [etiqueta('200999900500')]: pack };

async function leer(codigo: string, formatos: readonly string[] = FORMATOS) {
  const { producto, milesimas } = await leerProducto(codigo, formatos, async (uno) => {
    const hallado = CODIGOS[uno];
    if (!hallado) throw NADIE;
    return hallado as ProductoPorCodigoDto;
  });
  return [producto.id, milesimas];
}

it('a label of the scale is so much of its product: its weight, or the weight of its amount', async () => {
  expect(await leer(etiqueta('200123401350'))).toEqual([1, 1350]);
  expect(await leer(etiqueta('210123401323'))).toEqual([1, 1350]);
});

it('a label costs two requests one after the other, however many ways there are to write its article', async () => {
  const rondas: string[][] = [];
  let juntos: string[] | null = null;
  await expect(
    leerProducto(etiqueta('200777701350'), FORMATOS, async (codigo) => {
      if (!juntos) {
        juntos = [];
        rondas.push(juntos);
      }
      juntos.push(codigo);
      await new Promise((luego) => setImmediate(luego));
      juntos = null;
      throw NADIE;
    }),
  ).rejects.toBe(NADIE);
  expect(rondas.map((ronda) => ronda.length > 0)).toEqual([true, true]);
  expect(rondas[0]).toEqual([etiqueta('200777701350')]);
});

it('a code of its own is one of it, and a pack is all its units, even when it looks like a label', async () => {
  expect(await leer('01234')).toEqual([1, 1000]);
  expect(await leer(etiqueta('200999900500'))).toEqual([2, 6000]);
});

it('what nobody has is refused with the sentence of the whole code, and no answer is not "nobody"', async () => {
  await expect(leer(etiqueta('200123401350'), [])).rejects.toBe(NADIE);
  await expect(leer(etiqueta('200777701350'))).rejects.toBe(NADIE);
  const caido = new ApiError(503, 'sin_base', 'Vuelva a intentar.', {});
  await expect(leerProducto('1', FORMATOS, () => Promise.reject(caido))).rejects.toBe(caido);
});
