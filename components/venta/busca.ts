import { localCounter } from '@/lib/offline/local';
import type { FiltroCatalogo, ProductoMostrador } from '@/lib/venta/query-options';
import { leerPedido, type Pedido } from './busqueda';

/** Tiles that come at once. A search needs fewer: what is wanted is among the first, or more letters are typed. */
const TARJETAS = 60;
const HALLADOS = 24;

/** What the person asks of the catalogue: what the field says, the group, which tile Enter adds, how many pages of tiles. */
export type EstadoBusca = {
  entrada: string;
  pedido: Pedido;
  grupo: FiltroCatalogo['grupo'];
  marca: number;
  cuantas: number;
};

const INICIO: EstadoBusca = { entrada: '', pedido: leerPedido(''), grupo: 'favoritos', marca: 0, cuantas: 1 };

/** What is asked of the catalogue, kept apart from the counter's own state: a letter draws the products, not the ticket. */
export type Busca = ReturnType<typeof crearBusca>;

/** A search of its own, empty. */
export function crearBusca() {
  let estado = INICIO;
  const oyentes = new Set<() => void>();
  const poner = (cambio: Partial<EstadoBusca>) => {
    estado = { ...estado, ...cambio };
    for (const oyente of oyentes) oyente();
  };
  return {
    get: (): EstadoBusca => estado,
    subscribe(oyente: () => void): () => void {
      oyentes.add(oyente);
      return () => oyentes.delete(oyente);
    },
    escribir: (entrada: string) => poner({ entrada, pedido: leerPedido(entrada), marca: 0, cuantas: 1 }),
    elegirGrupo: (grupo: FiltroCatalogo['grupo']) => poner({ ...INICIO, grupo }),
    marcar: (marca: number) => poner({ marca }),
    verMas: () => poner({ cuantas: estado.cuantas + 1 }),
    /** The product that Enter adds: of what the field says now, whether the grid shows it yet or not. */
    marcado: (): ProductoMostrador | null => hallar(estado, estado.pedido.texto).productos[estado.marca] ?? null,
  };
}

/** What the grid shows, and whether there is more. */
export type Hallados = { productos: readonly ProductoMostrador[]; hayMas: boolean };

export const NADA: Hallados = { productos: [], hayMas: false };

/** Reads from the device what a search brings, or the group when there is no text. */
export function hallar({ grupo, cuantas }: Pick<EstadoBusca, 'grupo' | 'cuantas'>, texto: string): Hallados {
  const local = localCounter();
  const index = local.copia?.index;
  if (!index) return NADA;
  const limite = (texto ? HALLADOS : TARJETAS) * cuantas;
  const filas = texto ? index.search(texto, limite + 1) : index.list(grupo, limite + 1);
  return { productos: filas.slice(0, limite).map(local.existenciaDe), hayMas: filas.length > limite };
}
