'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pitar } from '@/components/shared/pitar';
import { Sheet } from '@/components/ui/sheet';
import { MILESIMAS } from '@/lib/quantity';
import { leerProductoMostrador, type ProductoMostrador } from '@/lib/venta/query-options';
import { BarraTicket } from './barra-ticket';
import { leerPedido, pareceCodigo } from './busqueda';
import { CabeceraTicket } from './cabecera-ticket';
import { cuerpoVenta } from './cobro';
import { ColumnaProductos } from './columna-productos';
import { DialogoCobro } from './dialogo-cobro';
import { LineasTicket, PieTicket } from './panel-ticket';
import { hayTeclado } from './puntero';
import { ResultadoVenta } from './resultado-venta';
import { type Remedios, salidaDe } from './salida-rechazo';
import { esFraccionable } from './unidad';
import { useAtajos } from './use-atajos';
import { useCatalogo } from './use-catalogo';
import { useCobro, type VentaHecha } from './use-cobro';
import { useLector } from './use-lector';
import { useRecibo } from './use-recibo';
import { type Lectura, useScanner } from './use-scanner';
import { useTicket } from './use-ticket';
import { type Ventana, Ventanas } from './ventanas';

export type MostradorProps = {
  sesion: { id: number; redondea: boolean };
  puede: { descontar: boolean; crearProducto: boolean };
};

/** The counter: from the first scan to the printed receipt without leaving the screen. */
export function Mostrador({ sesion, puede }: MostradorProps) {
  const router = useRouter();
  const busqueda = useRef<HTMLInputElement>(null);
  const [ventana, setVentana] = useState<Ventana | null>(null);
  /** Product id of the line whose quantity is being typed. */
  const [editando, setEditando] = useState<number | null>(null);
  /** The ticket unfolded, on a phone. */
  const [hoja, setHoja] = useState(false);
  const [ultima, setUltima] = useState<VentaHecha | null>(null);
  const [resultado, setResultado] = useState(false);

  const alBuscador = useCallback(() => {
    if (hayTeclado()) busqueda.current?.focus();
  }, []);
  useEffect(alBuscador, [alBuscador]);

  const { ticket, totales, acts } = useTicket({ idSesion: sesion.id });
  const catalogo = useCatalogo();
  const recibo = useRecibo();
  const lector = useLector({ ticket: acts, onAgregado: alAgregar, onTexto: catalogo.escribir });
  const { imprimirSiempre } = recibo;
  const alCobrar = useCallback(
    (hecha: VentaHecha) => {
      setUltima(hecha);
      setResultado(true);
      setVentana(null);
      setEditando(null);
      setHoja(!window.matchMedia('(min-width: 1024px)').matches);
      imprimirSiempre(hecha.venta);
    },
    [imprimirSiempre],
  );
  const cobro = useCobro(acts, alCobrar);

  function alAgregar(producto: ProductoMostrador, contado: boolean) {
    if (resultado) setHoja(false);
    setResultado(false);
    if (editando !== null) {
      // The quantity being typed stands: leaving its field keeps it.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      alBuscador();
    }
    // What is weighed asks for its weight at once.
    setEditando(!contado && esFraccionable(producto) ? producto.id : null);
  }

  function elegir(producto: ProductoMostrador, porTeclado: boolean) {
    const { cantidad } = catalogo.pedido;
    acts.agregar(producto, cantidad ?? MILESIMAS);
    const buscaba = catalogo.entrada !== '';
    if (buscaba) catalogo.escribir('');
    alAgregar(producto, cantidad !== null);
    // A tile reached by keys keeps the focus: the person is going through the grid.
    if (!porTeclado || buscaba) alBuscador();
  }

  function alEscanear(lectura: Lectura) {
    const pedido = leerPedido(busqueda.current?.value ?? '');
    const paraEste = pedido.cantidad !== null && pedido.texto === '';
    if (paraEste) catalogo.escribir('');
    void lector.leer(lectura, paraEste ? pedido.cantidad : null);
  }
  useScanner({ onScan: alEscanear, busqueda });

  async function alConfirmarBusqueda() {
    const { cantidad, texto } = catalogo.pedido;
    if (catalogo.entrada === '') {
      setResultado(false);
    } else if (texto === '') {
      if (cantidad !== null && ticket.seleccion !== null) acts.fijarCantidad(ticket.seleccion, cantidad);
      catalogo.escribir('');
    } else if (pareceCodigo(texto)) {
      catalogo.escribir('');
      await lector.leer({ codigo: texto, enBusqueda: true }, cantidad);
    } else {
      const producto = await catalogo.marcado().catch(() => null);
      if (producto) elegir(producto, true);
      else pitar('desconocido');
    }
  }

  const elegida = ticket.lineas.find((l) => l.producto.id === ticket.seleccion) ?? null;
  const hayLineas = ticket.lineas.length > 0;
  const abrirCobro = () => hayLineas && setVentana('cobro');
  const abrirDescuento = () => puede.descontar && elegida && setVentana('descuento');
  const abrirVaciar = () => hayLineas && setVentana('vaciar');
  const imprimirUltima = () => ultima && recibo.imprimir(ultima.venta);

  useAtajos(
    {
      buscar: () => busqueda.current?.select(),
      cantidad: () => setEditando(ticket.seleccion),
      cobrar: abrirCobro,
      descuento: abrirDescuento,
      imprimir: imprimirUltima,
      ayuda: () => setVentana('ayuda'),
      sumar: acts.sumar,
      mover: acts.mover,
      quitar: acts.quitar,
      vaciar: abrirVaciar,
      escape: () => {
        if (catalogo.entrada) catalogo.escribir('');
        else if (lector.fallidos.length > 0) lector.descartar();
        else setResultado(false);
      },
    },
    busqueda,
  );

  async function refrescar(id: number) {
    const producto = await leerProductoMostrador(id).catch(() => null);
    if (producto) acts.refrescar(producto);
  }
  function verLinea(id: number) {
    setVentana(null);
    cobro.olvidarRechazo();
    acts.seleccionar(id);
    setHoja(!window.matchMedia('(min-width: 1024px)').matches);
  }
  const remedios: Remedios = {
    ingresar: () => router.push('/ingresar?volver=%2Fvender'),
    irACaja: () => router.push('/caja'),
    usarPrecioActual: (id: number) => void refrescar(id).then(cobro.olvidarRechazo),
    corregirCantidad(id: number) {
      verLinea(id);
      void refrescar(id);
      // The dialog gives the focus back as it closes; the quantity takes it afterwards.
      setTimeout(() => setEditando(id), 80);
    },
    verLinea,
  };

  const lineas = (
    <LineasTicket
      ticket={ticket}
      editando={editando}
      onElegir={(id) => {
        acts.seleccionar(id);
        alBuscador();
      }}
      onEditar={(id) => {
        acts.seleccionar(id);
        setEditando(id);
      }}
      onCantidad={(id, milesimas, porTeclado) => {
        setEditando(null);
        if (milesimas !== null) acts.fijarCantidad(id, milesimas);
        if (porTeclado) alBuscador();
      }}
    />
  );
  const pie = (
    <PieTicket
      ticket={ticket}
      totales={totales}
      puedeDescontar={puede.descontar}
      onSumar={(piezas) => {
        acts.sumar(piezas);
        alBuscador();
      }}
      onDescuento={abrirDescuento}
      onQuitar={() => {
        acts.quitar();
        alBuscador();
      }}
      onCobrar={() => {
        setHoja(false);
        abrirCobro();
      }}
    />
  );
  const verResultado = resultado && ultima !== null && !hayLineas;
  const panelResultado = verResultado && (
    <ResultadoVenta
      hecha={ultima}
      imprimeSolo={recibo.siempre}
      onImprimeSolo={recibo.fijarSiempre}
      onImprimir={imprimirUltima}
      onSiguiente={() => {
        setResultado(false);
        setHoja(false);
        alBuscador();
      }}
    />
  );

  return (
    <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)_auto] lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-1 xl:grid-cols-[minmax(0,1fr)_27rem]">
      <h1 className="sr-only">Vender</h1>
      <ColumnaProductos
        busqueda={busqueda}
        catalogo={catalogo}
        lector={lector}
        lineas={ticket.lineas}
        puedeCrear={puede.crearProducto}
        onElegir={elegir}
        onConfirmar={() => void alConfirmarBusqueda()}
      />
      <aside aria-label="Ticket" className="hidden min-h-0 flex-col border-l border-borde bg-superficie lg:flex">
        {panelResultado || (
          <>
            <CabeceraTicket
              ultima={ultima?.venta ?? null}
              hayLineas={hayLineas}
              onAyuda={() => setVentana('ayuda')}
              onVaciar={abrirVaciar}
              onImprimir={imprimirUltima}
            />
            <div className="min-h-0 flex-1 overflow-y-auto">{lineas}</div>
            {pie}
          </>
        )}
      </aside>
      <BarraTicket
        productos={ticket.lineas.length}
        total={totales.total}
        onAbrir={() => setHoja(true)}
        onCobrar={abrirCobro}
      />
      <Sheet
        open={hoja}
        onOpenChange={setHoja}
        title={verResultado ? 'Venta cobrada' : 'Ticket'}
        hideTitle={verResultado}
      >
        <div className="-mx-5 -mb-5 flex flex-col">
          <div className="flex min-h-[32dvh] flex-col">{panelResultado || lineas}</div>
          {!verResultado && <div className="sticky -bottom-5">{pie}</div>}
        </div>
      </Sheet>

      <DialogoCobro
        open={ventana === 'cobro' || cobro.estado.fase !== 'lista'}
        total={totales.total}
        redondea={sesion.redondea}
        estado={cobro.estado}
        onConfirmar={(como, cuenta) => cobro.cobrar(cuerpoVenta(acts.get(), como, cuenta, sesion.id))}
        onVolver={() => {
          setVentana(null);
          cobro.olvidarRechazo();
        }}
        onReintentar={cobro.reintentar}
        onSoltar={() => {
          setVentana(null);
          cobro.soltar();
        }}
        salida={(rechazo) =>
          salidaDe(
            rechazo,
            ticket.lineas.map((l) => l.producto.id),
            remedios,
          )
        }
      />
      <Ventanas
        ventana={ventana}
        onCerrar={() => setVentana(null)}
        linea={elegida}
        sinRespuesta={ticket.envio !== null}
        onDescuento={(descuento) => elegida && acts.descontar(elegida.producto.id, descuento)}
        onVaciar={acts.vaciar}
      />
    </div>
  );
}
