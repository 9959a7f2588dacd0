import { centavosDeJson } from '@/lib/money';
import type { CatalogoDto, ProductoDeMostradorDto } from '@/lib/mostrador/schemas';
import type { Unidad } from '@/lib/producto/rules';
import { normalizarTexto } from '@/lib/producto/rules';
import { milesimasDeJson } from '@/lib/quantity';
import type { OfflineDatabase } from './database';
import { cambiarLotes, soltarAnteriores } from './lots';
import { type EstadoCatalogo, readMeta, writeMeta } from './meta';
import type { CategoriaLocal, ClienteLocal, PresentacionLocal, ProductoLocal } from './types';

/** Rows of a page as the device keeps them, and what is gone. */
export type PaginaLocal = {
  productos: ProductoLocal[];
  existencias: { id: number; existencia: number }[];
  categorias: CategoriaLocal[];
  clientes: ClienteLocal[];
  eliminados: CatalogoDto['eliminados'];
  estado: EstadoCatalogo;
};

/** A page of the wire as the device keeps it. `antes` is where the catalogue stood. */
export function paginaLocal(
  dto: CatalogoDto,
  antes: EstadoCatalogo | null,
  idSucursal: number,
  ahora = Date.now(),
): PaginaLocal {
  const carga = dto.reiniciar || !antes ? (antes?.carga ?? 0) + 1 : antes.carga;
  return {
    productos: dto.productos.map((p) => productoLocal(p, carga)),
    existencias: dto.existencias.map(({ id, stock }) => ({ id, existencia: milesimasDeJson(stock) ?? 0 })),
    categorias: dto.categorias.map(({ id, nombre }) => ({ id, nombre, carga })),
    clientes: dto.clientes.map(({ id, nombre }) => ({ id, nombre, busqueda: normalizarTexto(nombre), carga })),
    eliminados: dto.eliminados,
    estado: {
      cursor: dto.cursor,
      idSucursal,
      carga,
      completo: !dto.hay_mas || (antes?.completo === true && !dto.reiniciar),
      total: dto.total ?? antes?.total ?? null,
      corte: dto.corte,
      sincronizadoEn: ahora,
    },
  };
}

function productoLocal(dto: ProductoDeMostradorDto, carga: number): ProductoLocal {
  const presentaciones: PresentacionLocal[] = dto.presentaciones.map((p) => ({
    id: p.id,
    nombre: p.nombre,
    cantidad: milesimasDeJson(p.cantidad) ?? 0,
    precio: centavosDeJson(p.precio) ?? 0,
    codigos: p.codigos,
  }));
  const codigos = [...dto.codigos, ...presentaciones.flatMap((p) => p.codigos)];
  return {
    id: dto.id,
    nombre: dto.nombre,
    codigo: dto.codigos[0] ?? null,
    unidad: dto.unidad as Unidad,
    precio: centavosDeJson(dto.precio) ?? 0,
    existencia: milesimasDeJson(dto.stock) ?? 0,
    minimo: 0,
    codigos: dto.codigos,
    idCategoria: dto.id_categoria,
    favorito: dto.favorito ? 1 : 0,
    busqueda: normalizarTexto([dto.nombre, ...codigos].join(' ')),
    presentaciones,
    carga,
  };
}

/**
 * Keeps a page and its cursor in one transaction: a device that stops in between asks for that page again. When a full
 * load ends, what did not come in it is let go; answers the ids of those products.
 */
export async function guardarPagina(db: OfflineDatabase, pagina: PaginaLocal, fin: boolean): Promise<number[]> {
  const { productos, categorias, clientes, eliminados, estado } = pagina;
  return db.transaction('rw', [db.lotes, db.categorias, db.clientes, db.meta], async () => {
    await Promise.all([
      cambiarLotes(db, { productos, existencias: pagina.existencias, borrados: eliminados.productos }),
      db.categorias.bulkPut(categorias),
      db.clientes.bulkPut(clientes),
      db.categorias.bulkDelete(eliminados.categorias),
      db.clientes.bulkDelete(eliminados.clientes),
    ]);
    const viejos = fin ? await dropOlder(db, estado.carga) : [];
    await writeMeta(db, 'catalogo', estado);
    return viejos;
  });
}

async function dropOlder(db: OfflineDatabase, carga: number): Promise<number[]> {
  const [viejos] = await Promise.all([
    soltarAnteriores(db, carga),
    db.categorias.where('carga').below(carga).delete(),
    db.clientes.where('carga').below(carga).delete(),
  ]);
  return viejos;
}

/** Drops the copy, when the device goes to another branch. Neither the outbox nor the series is touched. */
export async function olvidarCatalogo(db: OfflineDatabase): Promise<void> {
  await db.transaction('rw', [db.lotes, db.categorias, db.clientes, db.meta], async () => {
    await Promise.all([db.lotes.clear(), db.categorias.clear(), db.clientes.clear(), db.meta.delete('catalogo')]);
  });
}

/** Where the catalogue on the device stands; `null` before the first page, or when it is of another branch. */
export async function estadoCatalogo(db: OfflineDatabase, idSucursal: number): Promise<EstadoCatalogo | null> {
  const estado = await readMeta(db, 'catalogo');
  return estado && estado.idSucursal === idSucursal ? estado : null;
}
