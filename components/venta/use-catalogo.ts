import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { catalogoQuery, type FiltroCatalogo, type ProductoMostrador } from '@/lib/venta/query-options';
import { leerPedido } from './busqueda';

/** How long the search waits for the next letter, in milliseconds. */
const ESPERA = 120;

/** What the grid shows: the group, or what the search field says, and which tile Enter would add. */
export function useCatalogo() {
  const queryClient = useQueryClient();
  const [entrada, setEntrada] = useState('');
  const [grupo, setGrupo] = useState<FiltroCatalogo['grupo']>('favoritos');
  const [marca, setMarca] = useState(0);
  const pedido = useMemo(() => leerPedido(entrada), [entrada]);
  const texto = useEspera(pedido.texto);
  const filtro: FiltroCatalogo = { texto, grupo };
  const consulta = useInfiniteQuery({ ...catalogoQuery(filtro), placeholderData: keepPreviousData });
  const productos = useMemo(() => consulta.data?.pages.flatMap((p) => p.productos) ?? [], [consulta.data]);

  function escribir(nueva: string) {
    setEntrada(nueva);
    setMarca(0);
  }

  /** The product that Enter adds: the marked one, or the first of an answer that is still on its way. */
  async function marcado(): Promise<ProductoMostrador | null> {
    if (texto === pedido.texto && consulta.isSuccess && !consulta.isPlaceholderData) return productos[marca] ?? null;
    const { pages } = await queryClient.fetchInfiniteQuery(catalogoQuery({ texto: pedido.texto, grupo }));
    return pages[0]?.productos[0] ?? null;
  }

  return {
    entrada,
    escribir,
    pedido,
    filtro,
    grupo,
    elegirGrupo(nuevo: FiltroCatalogo['grupo']) {
      setGrupo(nuevo);
      escribir('');
    },
    consulta,
    productos,
    marca: texto === '' ? -1 : Math.min(marca, productos.length - 1),
    mover: (pasos: number) => setMarca((m) => Math.max(0, Math.min(productos.length - 1, m + pasos))),
    marcado,
  };
}

/** The value once it has stopped changing; an emptied one at once. */
function useEspera(valor: string): string {
  const [quieto, setQuieto] = useState(valor);
  useEffect(() => {
    const espera = setTimeout(() => setQuieto(valor), valor === '' ? 0 : ESPERA);
    return () => clearTimeout(espera);
  }, [valor]);
  return quieto;
}
