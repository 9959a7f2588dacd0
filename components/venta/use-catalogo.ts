import { useEffect, useMemo, useState } from 'react';
import { useLocal } from '@/components/offline/use-local';
import { CATALOGO_SIN_LEER } from '@/lib/offline/catalogue-copy';
import { localCounter } from '@/lib/offline/local';
import type { ResumenSalida } from '@/lib/offline/outbox';
import type { FiltroCatalogo, ProductoMostrador } from '@/lib/venta/query-options';
import { leerPedido } from './busqueda';

/** Tiles that come at once. A search needs fewer: what is wanted is among the first, or more letters are typed. */
const TARJETAS = 60;
const HALLADOS = 24;

/** Figures are searched once no other has come for so long. */
const CIFRAS_MS = 150;

/**
 * What the grid shows: the group, or what the search field says, and which tile Enter would add. All of it is read from the
 * device, so that it is there as the letter is typed.
 */
export function useCatalogo() {
  const [entrada, setEntrada] = useState('');
  const [grupo, setGrupo] = useState<FiltroCatalogo['grupo']>('favoritos');
  const [marca, setMarca] = useState(0);
  const [cuantas, setCuantas] = useState(1);
  const vista = useLocal((e) => e.catalogo, CATALOGO_SIN_LEER);
  const salida = useLocal<ResumenSalida | null>((e) => e.salida, null);
  const pedido = useMemo(() => leerPedido(entrada), [entrada]);
  const texto = useQuieto(pedido.texto);

  // Before the catalogue says that it is there, the page is still as the server drew it.
  const hay = vista.cambios > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the catalogue and the outbox say by these that they changed
  const hallados = useMemo(
    () => (hay ? leer(texto, grupo, cuantas) : NADA),
    [texto, grupo, cuantas, hay, vista.cambios, salida],
  );
  const productos = hallados.productos;

  function escribir(nueva: string) {
    setEntrada(nueva);
    setMarca(0);
    setCuantas(1);
  }

  return {
    entrada,
    escribir,
    pedido,
    filtro: { texto, grupo } satisfies FiltroCatalogo,
    grupo,
    elegirGrupo(nuevo: FiltroCatalogo['grupo']) {
      setGrupo(nuevo);
      escribir('');
    },
    vista,
    productos,
    hayMas: hallados.hayMas,
    verMas: () => setCuantas((n) => n + 1),
    marca: texto === '' ? -1 : Math.min(marca, productos.length - 1),
    mover: (pasos: number) => setMarca((m) => Math.max(0, Math.min(productos.length - 1, m + pasos))),
    /** The product that Enter adds: of what the field says now, whether the grid shows it yet or not. */
    marcado: (): ProductoMostrador | null =>
      (texto === pedido.texto ? productos : leer(pedido.texto, grupo, cuantas).productos)[marca] ?? null,
  };
}

/**
 * What is searched of what is typed: a letter at once, figures once they rest. A scanner's first ones fall into the field
 * and are taken back, and the grid must not follow each scan there and back.
 */
function useQuieto(texto: string): string {
  const [quieto, setQuieto] = useState('');
  const cifras = /^\d+$/.test(texto);
  useEffect(() => {
    if (!cifras) return setQuieto('');
    const reloj = setTimeout(() => setQuieto(texto), CIFRAS_MS);
    return () => clearTimeout(reloj);
  }, [cifras, texto]);
  return cifras ? quieto : texto;
}

type Hallados = { productos: readonly ProductoMostrador[]; hayMas: boolean };

const NADA: Hallados = { productos: [], hayMas: false };

function leer(texto: string, grupo: FiltroCatalogo['grupo'], cuantas: number): Hallados {
  const local = localCounter();
  const index = local.copia?.index;
  if (!index) return NADA;
  const limite = (texto ? HALLADOS : TARJETAS) * cuantas;
  const filas = texto ? index.search(texto, limite + 1) : index.list(grupo, limite + 1);
  return { productos: filas.slice(0, limite).map(local.existenciaDe), hayMas: filas.length > limite };
}
