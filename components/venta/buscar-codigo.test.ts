import { describe, expect, it } from 'vitest';
import { digitoVerificador } from '@/lib/producto/rules';
import type { ProductoMostrador } from '@/lib/venta/query-options';
import { leerBalanza } from '@/lib/venta/rules';
import { type Buscar, type Encontrado, leerCodigo } from './buscar-codigo';

const producto = (id: number, mas: Partial<ProductoMostrador>): ProductoMostrador => ({
  id,
  nombre: `Producto ${id}`,
  codigo: null,
  unidad: 'kg',
  precio: 980,
  existencia: 10_000,
  minimo: 0,
  ...mas,
});
const queso = producto(1, {});
const importado = producto(2, { unidad: 'unidad' });
const bandeja = producto(3, { unidad: 'unidad', precio: 500 });
const etiqueta = (doce: string) => doce + digitoVerificador(doce);
const FORMATOS = ['20AAAAAPPPPPC', '21AAAAAIIIIIC'];

const catalogo =
  (codigos: Record<string, ProductoMostrador>): Buscar =>
  async (codigo) => {
    const hallado = codigos[codigo];
    return hallado ? { producto: hallado, presentacion: null } : null;
  };

describe('a code that starts with 2', () => {
  const peso = etiqueta('200123401350');

  it('is a product of the catalogue before it is a label', async () => {
    const buscar = catalogo({ [peso]: importado, '01234': queso });
    expect(await leerCodigo(peso, buscar, FORMATOS)).toEqual({
      producto: importado,
      presentacion: null,
      cantidad: null,
    });
  });

  it('is a label when nobody has it whole: its weight, or the weight of its amount', async () => {
    expect(await leerCodigo(peso, catalogo({ '01234': queso }), FORMATOS)).toMatchObject({
      producto: queso,
      cantidad: 1350,
    });
    const importe = etiqueta('210123401323');
    expect(await leerCodigo(importe, catalogo({ '1234': queso }), FORMATOS)).toMatchObject({ cantidad: 1350 });
  });

  it('asks twice at most: for the whole code, and then for every way of writing its article at once', async () => {
    const pedidos: { codigo: string; responder: (hallado: Encontrado | null) => void; fallar: () => void }[] = [];
    const leido = leerCodigo(
      peso,
      (codigo) =>
        new Promise<Encontrado | null>((responder, fallar) =>
          pedidos.push({ codigo, responder, fallar: () => fallar(new Error('red')) }),
        ),
      FORMATOS,
    );
    expect(pedidos.map((p) => p.codigo)).toEqual([peso]);
    pedidos[0]?.responder(null);
    await Promise.resolve();
    const articulos = leerBalanza(peso, FORMATOS)?.articulos ?? [];
    expect(articulos.length).toBeGreaterThan(1);
    expect(pedidos.slice(1).map((p) => p.codigo)).toEqual(articulos);
    // The last answers first; whichever is written like the label is the one, whatever became of the others.
    pedidos.at(-1)?.fallar();
    pedidos[2]?.responder({ producto: bandeja, presentacion: null });
    pedidos[1]?.responder({ producto: queso, presentacion: null });
    expect(await leido).toMatchObject({ producto: queso, cantidad: 1350 });
  });

  it('is unknown when its article is, when its branch has no scale, or when pieces would be weighed', async () => {
    expect(await leerCodigo(peso, catalogo({}), FORMATOS)).toBeNull();
    expect(await leerCodigo(peso, catalogo({ '01234': queso }), [])).toBeNull();
    expect(await leerCodigo(peso, catalogo({ '01234': bandeja }), FORMATOS)).toBeNull();
    const dos = etiqueta('210123401000');
    expect(await leerCodigo(dos, catalogo({ '01234': bandeja }), FORMATOS)).toMatchObject({ cantidad: 2000 });
  });
});
