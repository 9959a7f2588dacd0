'use client';

import { useRouter } from 'next/navigation';
import { Sheet } from '@/components/ui/sheet';
import { BarraTicket } from './barra-ticket';
import { CabeceraTicket } from './cabecera-ticket';
import { cuerpoVenta } from './cobro';
import { ColumnaProductos } from './columna-productos';
import { DialogoCobro } from './dialogo-cobro';
import { LineasTicket, PieTicket } from './panel-ticket';
import type { PermisosMostrador } from './permisos';
import { productoRefrescado } from './producto-actual';
import { esAncha } from './puntero';
import { ResultadoVenta } from './resultado-venta';
import { type Remedios, salidaDe } from './salida-rechazo';
import { type EstadoMostrador, useMostrador } from './use-mostrador';
import { Ventanas } from './ventanas';

export type MostradorProps = {
  /** `apertura`: opened at this device, and the server may not know it yet. */
  sesion: { id: number; redondea: boolean; apertura?: string };
  cajero: string;
  /** How the labels of the branch's scales are read. */
  formatosBalanza: readonly string[];
  puede: PermisosMostrador;
  /** Who is at the counter: what is noted is in their name. */
  idUsuario?: number;
};

/** The counter: from the first scan to the printed receipt without leaving the screen. */
export function Mostrador({ sesion, cajero, formatosBalanza, puede, idUsuario = 0 }: MostradorProps) {
  const m = useMostrador({
    idSesion: sesion.id,
    idUsuario,
    enSesion: sesion.apertura ?? sesion.id,
    cajero,
    formatosBalanza,
    puedeAnular: puede.anular,
    puedeCrear: puede.crearProducto,
  });
  const { ticket, totales, acts, cobro, hacer, disponible } = m;
  const remedios = useRemedios(m);
  const verResultado = m.resultado && m.ultima !== null && !m.hayLineas;
  const lineas = <Lineas mostrador={m} />;
  const pie = (
    <PieTicket
      ticket={ticket}
      totales={totales}
      disponible={disponible}
      hacer={(id) => {
        if (id === 'cobrar') m.setHoja(false);
        hacer(id);
        if (id === 'sumar' || id === 'restar' || id === 'quitar') m.alBuscador();
      }}
    />
  );
  const panelResultado = verResultado && m.ultima && (
    <ResultadoVenta
      hecha={m.ultima.hecha}
      imprimeSolo={m.recibo.siempre}
      onImprimeSolo={m.recibo.fijarSiempre}
      onImprimir={() => hacer('imprimir')}
      onSiguiente={() => {
        m.setResultado(false);
        m.setHoja(false);
        m.alBuscador();
      }}
    />
  );

  return (
    <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)_auto] lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-1 xl:grid-cols-[minmax(0,1fr)_27rem]">
      <h1 className="sr-only">Vender</h1>
      <ColumnaProductos
        campo={m.campo}
        busca={m.busca}
        lector={m.lector}
        lineas={ticket.lineas}
        puedeCrear={puede.crearProducto}
        onElegir={m.elegir}
        onNuevo={m.setPorNombrar}
        onConfirmar={() => void m.confirmarBusqueda()}
      />
      <aside aria-label="Ticket" className="hidden min-h-0 flex-col border-l border-borde bg-superficie lg:flex">
        {panelResultado || (
          <>
            <Cabecera mostrador={m} />
            <div className="min-h-0 flex-1 overflow-y-auto">{lineas}</div>
            {pie}
          </>
        )}
      </aside>
      <BarraTicket
        productos={ticket.lineas.length}
        total={totales.total}
        onAbrir={() => m.setHoja(true)}
        onCobrar={() => hacer('cobrar')}
      />
      <Sheet
        open={m.hoja}
        onOpenChange={m.setHoja}
        title={verResultado ? 'Venta cobrada' : 'Ticket'}
        hideTitle={verResultado}
      >
        <div className="-mx-5 -mb-5 flex flex-col">
          {!verResultado && <Cabecera mostrador={m} />}
          <div className="flex min-h-[32dvh] flex-col">{panelResultado || lineas}</div>
          {!verResultado && <div className="sticky -bottom-5">{pie}</div>}
        </div>
      </Sheet>

      <DialogoCobro
        open={m.ventana === 'cobrar' || cobro.estado.fase !== 'lista'}
        total={totales.total}
        redondea={sesion.redondea}
        gaveta={m.gaveta.hay}
        estado={cobro.estado}
        onConfirmar={(como, cuenta) => void cobro.cobrar(cuerpoVenta(acts.get(), como, cuenta, sesion.id))}
        onVolver={() => {
          m.setVentana(null);
          cobro.olvidarRechazo();
        }}
        onReintentar={cobro.reintentar}
        onSoltar={() => {
          m.setVentana(null);
          cobro.soltar();
        }}
        salida={(rechazo) =>
          salidaDe(
            rechazo,
            ticket.lineas.map((l) => l.llave),
            remedios,
          )
        }
      />
      <Ventanas mostrador={m} puede={puede} />
    </div>
  );
}

function Cabecera({ mostrador: m }: { mostrador: EstadoMostrador }) {
  return (
    <CabeceraTicket
      ticket={m.ticket}
      ultima={m.ultima?.hecha.venta ?? null}
      enEspera={m.espera.cuantos}
      disponible={m.disponible}
      hacer={m.hacer}
    />
  );
}

function Lineas({ mostrador: { ticket, editando, acts, alBuscador, setEditando } }: { mostrador: EstadoMostrador }) {
  return (
    <LineasTicket
      ticket={ticket}
      editando={editando}
      onElegir={(llave) => {
        acts.seleccionar(llave);
        alBuscador();
      }}
      onEditar={(llave) => {
        acts.seleccionar(llave);
        setEditando(llave);
      }}
      onCantidad={(llave, milesimas, porTeclado) => {
        setEditando(null);
        if (milesimas !== null) acts.fijarCantidad(llave, milesimas);
        if (porTeclado) alBuscador();
      }}
    />
  );
}

/** What the counter does about a refused charge. */
function useRemedios({ acts, cobro, setVentana, setHoja, setEditando }: EstadoMostrador): Remedios {
  const router = useRouter();
  async function refrescar(llave: string) {
    const linea = acts.get().lineas.find((l) => l.llave === llave);
    const producto = linea && !linea.nuevo ? await productoRefrescado(linea.producto.id) : null;
    if (producto) acts.refrescar(producto);
  }
  function verLinea(llave: string) {
    setVentana(null);
    cobro.olvidarRechazo();
    acts.seleccionar(llave);
    setHoja(!esAncha());
  }
  return {
    ingresar: () => router.push('/ingresar?volver=%2Fvender'),
    irACaja: () => router.push('/caja'),
    usarPrecioActual: (llave) => void refrescar(llave).then(cobro.olvidarRechazo),
    corregirCantidad(llave) {
      verLinea(llave);
      void refrescar(llave);
      // The dialog gives the focus back as it closes; the quantity takes it afterwards.
      setTimeout(() => setEditando(llave), 80);
    },
    verLinea,
  };
}
