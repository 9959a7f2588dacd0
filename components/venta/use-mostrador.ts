import { useCallback, useEffect, useRef, useState } from 'react';
import { pitar } from '@/components/shared/pitar';
import { toast } from '@/components/ui/toast';
import { MILESIMAS } from '@/lib/quantity';
import type { ProductoMostrador } from '@/lib/venta/query-options';
import type { IdAccion } from './acciones';
import { crearBusca } from './busca';
import { leerPedido, pareceCodigo } from './busqueda';
import { esAncha, hayTeclado } from './puntero';
import { lineasDeNuevo } from './retomar';
import { sePuede } from './se-puede';
import type { Ticket, Vendible } from './ticket';
import { esFraccionable } from './unidad';
import { useAtajos } from './use-atajos';
import { useCobro, type VentaHecha } from './use-cobro';
import { useEspera } from './use-espera';
import { useGaveta } from './use-gaveta';
import { type CodigoFallido, useLector } from './use-lector';
import { useQuitadas } from './use-quitadas';
import { useRecibo } from './use-recibo';
import { type Lectura, useScanner } from './use-scanner';
import { useTicket } from './use-ticket';
import { useUltima } from './use-ultima';
import type { Ventana } from './ventana';

type Options = {
  idSesion: number;
  idUsuario: number;
  /** Of the session, also of one opened here that the server may not know yet. */
  enSesion: number | string;
  cajero: string;
  formatosBalanza: readonly string[];
  puedeAnular: boolean;
  puedeCrear: boolean;
};

/** The counter's state and what each key of it does; the screen only shows it. */
export function useMostrador({ idSesion, idUsuario, enSesion, cajero, formatosBalanza, ...puede }: Options) {
  const campo = useRef<HTMLInputElement>(null);
  const [busca] = useState(crearBusca);
  const [ventana, setVentana] = useState<Ventana | null>(null);
  /** The code that is being given a name and a price. */
  const [porNombrar, setPorNombrar] = useState<CodigoFallido | null>(null);
  /** Key of the line whose quantity is being typed. */
  const [editando, setEditando] = useState<string | null>(null);
  /** The ticket unfolded, on a phone. */
  const [hoja, setHoja] = useState(false);
  const [resultado, setResultado] = useState(false);

  const alBuscador = useCallback(() => {
    if (hayTeclado()) campo.current?.focus();
  }, []);
  useEffect(alBuscador, [alBuscador]);

  const { ticket, totales, acts } = useTicket({ idSesion: enSesion });
  const recibo = useRecibo({ idUsuario });
  const gaveta = useGaveta(enSesion);
  const quitadas = useQuitadas(ticket, { idSesion, idUsuario });
  const { ultima, anotar } = useUltima(enSesion);
  const espera = useEspera(idSesion, cajero, acts);
  const lector = useLector({ ticket: acts, formatosBalanza, onAgregado: alAgregar, onTexto: busca.escribir });
  const { imprimirSiempre } = recibo;
  const { cobrada: entraEnGaveta } = gaveta;
  const alCobrar = useCallback(
    (hecha: VentaHecha, { clave, lineas }: Ticket) => {
      anotar({ hecha, clave, lineas });
      entraEnGaveta(hecha.venta);
      setResultado(true);
      setVentana(null);
      setEditando(null);
      setHoja(!esAncha());
      imprimirSiempre(hecha.venta);
    },
    [imprimirSiempre, entraEnGaveta, anotar],
  );
  const cobro = useCobro(acts, alCobrar);

  function alAgregar(vendible: Vendible, contado: boolean) {
    if (resultado) setHoja(false);
    setResultado(false);
    if (editando !== null) {
      // The quantity being typed stands: leaving its field keeps it.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      alBuscador();
    }
    // What is weighed asks for its weight at once.
    const pesar = !contado && vendible.presentacion === null && esFraccionable(vendible.producto);
    setEditando(pesar ? acts.get().seleccion : null);
  }

  function elegir(producto: ProductoMostrador, porTeclado: boolean) {
    const { entrada, pedido } = busca.get();
    const vendible = { producto, presentacion: null };
    acts.agregar(vendible, pedido.cantidad ?? MILESIMAS);
    const buscaba = entrada !== '';
    if (buscaba) busca.escribir('');
    alAgregar(vendible, pedido.cantidad !== null);
    // A tile reached by keys keeps the focus: the person is going through the grid.
    if (!porTeclado || buscaba) alBuscador();
  }

  function alEscanear(lectura: Lectura) {
    const pedido = leerPedido(campo.current?.value ?? '');
    const paraEste = pedido.cantidad !== null && pedido.texto === '';
    if (paraEste) busca.escribir('');
    void lector.leer(lectura, paraEste ? pedido.cantidad : null);
  }
  useScanner({ onScan: alEscanear, busqueda: campo });

  async function confirmarBusqueda() {
    const { entrada, pedido } = busca.get();
    const { cantidad, texto } = pedido;
    if (entrada === '') {
      setResultado(false);
    } else if (texto === '') {
      if (cantidad !== null && ticket.seleccion !== null) acts.fijarCantidad(ticket.seleccion, cantidad);
      busca.escribir('');
    } else if (pareceCodigo(texto)) {
      busca.escribir('');
      await lector.leer({ codigo: texto, enBusqueda: true }, cantidad);
    } else {
      const producto = busca.marcado();
      if (producto) elegir(producto, true);
      else pitar('desconocido');
    }
  }

  /** The code that nobody knew becomes a line. */
  function nombrar(producto: ProductoMostrador) {
    const { codigo, cantidad } = porNombrar ?? { codigo: producto.codigo, cantidad: null };
    const vendible = { producto, presentacion: null, nuevo: true };
    acts.agregar(vendible, cantidad ?? MILESIMAS);
    if (codigo) lector.descartar(codigo);
    setPorNombrar(null);
    alAgregar(vendible, cantidad !== null);
  }

  async function repetir() {
    if (!ultima) return;
    try {
      const { lineas, perdidas } = await lineasDeNuevo(ultima.lineas);
      for (const linea of lineas) acts.agregar(linea, linea.cantidad);
      setResultado(false);
      if (perdidas > 0) toast.warning(`Ya no se vende: ${perdidas} ${perdidas === 1 ? 'línea' : 'líneas'}.`);
    } catch (error) {
      toast.error(error instanceof Error ? error.message : 'No se pudo repetir.');
    }
  }

  const elegida = ticket.lineas.find((l) => l.llave === ticket.seleccion) ?? null;
  const hayLineas = ticket.lineas.length > 0;
  const sinRespuesta = ticket.envio !== null;
  const deUltima = ultima?.hecha.venta ?? null;

  const desconocido = lector.fallidos.find((f) => f.motivo === 'desconocido') ?? null;
  const { puedeAnular } = puede;
  const hayPorNombrar = puede.puedeCrear && desconocido !== null;
  const disponible = (id: IdAccion) => sePuede(id, { elegida, hayLineas, ultima, puedeAnular, hayPorNombrar });
  const actos: Partial<Record<IdAccion, () => void>> = {
    buscar: () => campo.current?.select(),
    nombrar: () => setPorNombrar(desconocido),
    cantidad: () => setEditando(ticket.seleccion),
    sumar: () => acts.sumar(1),
    restar: () => acts.sumar(-1),
    subir: () => acts.mover(-1),
    bajar: () => acts.mover(1),
    quitar: () => {
      if (ticket.lineas.length === 1) quitadas.vaciado(ticket);
      acts.quitar();
    },
    cobrar: () => {
      quitadas.totalDicho();
      setVentana('cobrar');
    },
    repetir: () => void repetir(),
    imprimir: () => deUltima && recibo.imprimir(deUltima),
    espera: () => setVentana(hayLineas && !sinRespuesta ? 'aparcar' : 'verEspera'),
  };
  /** Does an act, or opens its dialog. */
  function hacer(id: IdAccion): void {
    if (!disponible(id)) return;
    const acto = actos[id];
    if (acto) acto();
    else setVentana(id);
  }

  useAtajos({
    hacer,
    busqueda: campo,
    onEscape: () => {
      if (busca.get().entrada) busca.escribir('');
      else if (lector.fallidos.length > 0) lector.descartar();
      else setResultado(false);
    },
  });

  /** Takes the whole ticket off. */
  function vaciar(): void {
    quitadas.vaciado(acts.get());
    acts.vaciar();
  }

  return {
    ...{ campo, busca, vaciar, alBuscador, lector, recibo, gaveta, espera, cobro, ticket, totales, acts },
    ...{
      ventana,
      setVentana,
      porNombrar,
      setPorNombrar,
      editando,
      setEditando,
      hoja,
      setHoja,
      resultado,
      setResultado,
    },
    ...{ ultima, anotarUltima: anotar, elegida, hayLineas, sinRespuesta, disponible, hacer },
    ...{ elegir, confirmarBusqueda, nombrar, alEscanear },
  };
}

export type EstadoMostrador = ReturnType<typeof useMostrador>;
