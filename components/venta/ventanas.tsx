'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { nombreVendido } from '@/lib/venta/rules';
import type { PermisosMostrador } from './permisos';
import { importeDe, importeDeLineas } from './ticket';
import type { EstadoMostrador } from './use-mostrador';

// What most sales never open comes apart from the page, and is there before anybody asks for it or the network goes.
const traer = {
  anular: () => import('./anular-ultima').then((m) => m.AnularUltima),
  atajos: () => import('./dialogo-atajos').then((m) => m.DialogoAtajos),
  camara: () => import('./dialogo-camara').then((m) => m.DialogoCamara),
  cliente: () => import('./dialogo-cliente').then((m) => m.DialogoCliente),
  descuento: () => import('./dialogo-descuento').then((m) => m.DialogoDescuento),
  espera: () => import('./dialogo-espera').then((m) => m.DialogoEspera),
  lector: () => import('./dialogo-lector').then((m) => m.DialogoLector),
  nota: () => import('./dialogo-nota').then((m) => m.DialogoNota),
  paleta: () => import('./paleta').then((m) => m.default),
  precio: () => import('./dialogo-precio').then((m) => m.DialogoPrecio),
  presentacion: () => import('./dialogo-presentacion').then((m) => m.DialogoPresentacion),
  productoNuevo: () => import('./dialogo-producto-nuevo').then((m) => m.DialogoProductoNuevo),
};
const AnularUltima = dynamic(traer.anular, { ssr: false });
const DialogoAtajos = dynamic(traer.atajos, { ssr: false });
const DialogoCamara = dynamic(traer.camara, { ssr: false });
const DialogoCliente = dynamic(traer.cliente, { ssr: false });
const DialogoDescuento = dynamic(traer.descuento, { ssr: false });
const DialogoEspera = dynamic(traer.espera, { ssr: false });
const DialogoLector = dynamic(traer.lector, { ssr: false });
const DialogoNota = dynamic(traer.nota, { ssr: false });
const Paleta = dynamic(traer.paleta, { ssr: false });
const DialogoPrecio = dynamic(traer.precio, { ssr: false });
const DialogoPresentacion = dynamic(traer.presentacion, { ssr: false });
const DialogoProductoNuevo = dynamic(traer.productoNuevo, { ssr: false });

/** The counter can sell before this much has passed. */
const TRAER_MS = 1_500;

type VentanasProps = { mostrador: EstadoMostrador; puede: PermisosMostrador };

/** The small dialogs of the counter. */
export function Ventanas({ mostrador, puede }: VentanasProps) {
  const { ventana, setVentana, ticket, acts, elegida, espera, porNombrar, setPorNombrar } = mostrador;
  const traidas = useTraer(ventana !== null);
  const cerrar = () => setVentana(null);
  const conCierre =
    <A extends unknown[]>(acto: (...args: A) => unknown) =>
    (...args: A) => {
      acto(...args);
      cerrar();
    };
  const nombreElegida = elegida && nombreVendido(elegida.producto.nombre, elegida.presentacion?.nombre ?? null);
  return (
    <>
      <Vaciar mostrador={mostrador} />
      {traidas && (
        <>
          <DialogoDescuento
            open={ventana === 'descuento'}
            title="Descuento"
            descontable={
              elegida && {
                que: nombreElegida ?? '',
                bruto: importeDe({ ...elegida, descuento: null }),
                descuento: elegida.descuento,
              }
            }
            tope={puede.topeDescuento}
            onCerrar={cerrar}
            onAplicar={conCierre(acts.descontar)}
          />
          <DialogoDescuento
            open={ventana === 'descuentoTicket'}
            title="Descuento del ticket"
            descontable={{
              que: 'Se reparte entre todas sus líneas.',
              bruto: importeDeLineas(ticket),
              descuento: ticket.descuento,
            }}
            tope={puede.topeDescuento}
            onCerrar={cerrar}
            onAplicar={conCierre(acts.descontarTicket)}
          />
          <DialogoPrecio
            linea={ventana === 'precio' ? elegida : null}
            tope={puede.topePrecio}
            onCerrar={cerrar}
            onAplicar={conCierre(acts.cambiarPrecio)}
          />
          <DialogoPresentacion
            linea={ventana === 'presentacion' ? elegida : null}
            onCerrar={cerrar}
            onElegir={conCierre(acts.enPresentacion)}
          />
          <DialogoNota
            open={ventana === 'nota' && elegida !== null}
            title="Nota de la línea"
            que={nombreElegida ?? undefined}
            label="Nota"
            hint="Sale impresa bajo la línea."
            nota={elegida?.nota ?? null}
            onCerrar={cerrar}
            onGuardar={conCierre(acts.anotar)}
          />
          <DialogoNota
            open={ventana === 'notaTicket'}
            title="Nota del ticket"
            label="Nota"
            hint="Sale impresa al pie del recibo."
            nota={ticket.nota}
            onCerrar={cerrar}
            onGuardar={conCierre(acts.anotarTicket)}
          />
          <DialogoNota
            open={ventana === 'aparcar'}
            title="Dejar en espera"
            que="Cualquier caja de la sucursal puede retomarlo."
            label="¿De quién es?"
            placeholder={ticket.cliente?.nombre ?? 'Un nombre, para encontrarlo después'}
            hint="Enter lo deja en espera, también sin nombre."
            maximo={60}
            accion="Dejar en espera"
            nota={ticket.cliente?.nombre ?? null}
            onCerrar={cerrar}
            onGuardar={conCierre(espera.aparcar)}
          />
          <DialogoEspera
            open={ventana === 'verEspera'}
            espera={espera}
            hayLineas={mostrador.hayLineas}
            onCerrar={cerrar}
          />
          <AnularUltima mostrador={mostrador} />
        </>
      )}
      {ventana === 'ayuda' && <DialogoAtajos open onOpenChange={cerrar} />}
      {ventana === 'lector' && <DialogoLector open onCerrar={cerrar} />}
      {ventana === 'cliente' && (
        <DialogoCliente cliente={ticket.cliente} onCerrar={cerrar} onElegir={conCierre(acts.elegirCliente)} />
      )}
      {ventana === 'camara' && (
        <DialogoCamara
          open
          ultimo={nombreElegida}
          onCodigo={(codigo) => mostrador.alEscanear({ codigo, enBusqueda: false })}
          onCerrar={cerrar}
        />
      )}
      {ventana === 'paleta' && (
        <Paleta
          disponible={mostrador.disponible}
          onCerrar={cerrar}
          onElegir={(id) => {
            cerrar();
            // The palette gives the focus back as it closes; what it opens takes it afterwards.
            setTimeout(() => mostrador.hacer(id), 30);
          }}
        />
      )}
      {porNombrar && (
        <DialogoProductoNuevo
          codigo={porNombrar.codigo}
          onCerrar={() => setPorNombrar(null)}
          onCrear={mostrador.nombrar}
        />
      )}
    </>
  );
}

/**
 * Brings every dialog once the counter is idle, or at once when one is asked for; `true` when all are here. Until then none is
 * drawn: one that the network did not bring would take the whole counter with it. What did not come is tried again.
 */
function useTraer(pedida: boolean): boolean {
  const [traidas, setTraidas] = useState(false);
  const [fallidos, setFallidos] = useState(0);
  useEffect(() => {
    if (traidas) return;
    const alFallar = () => {
      if (pedida) toast.error('Sin conexión no se pudo traer.');
      setFallidos((n) => n + 1);
    };
    const traerTodas = () => Promise.all(Object.values(traer).map((pieza) => pieza()));
    const espera = setTimeout(
      () => void traerTodas().then(() => setTraidas(true), alFallar),
      pedida && fallidos === 0 ? 0 : TRAER_MS,
    );
    return () => clearTimeout(espera);
  }, [traidas, pedida, fallidos]);
  return traidas;
}

function Vaciar({ mostrador: { ventana, setVentana, sinRespuesta, vaciar } }: { mostrador: EstadoMostrador }) {
  return (
    <ConfirmDialog
      open={ventana === 'vaciar'}
      onOpenChange={() => setVentana(null)}
      title="¿Vaciar el ticket?"
      description={
        sinRespuesta
          ? 'Un intento de cobro quedó sin respuesta. Antes de vaciarlo, conviene mirar en Ventas si llegó.'
          : 'Se quitan todas sus líneas. Nada se ha cobrado todavía.'
      }
      confirm="Vaciar"
      peligro
      onConfirm={async () => {
        vaciar();
        return undefined;
      }}
    />
  );
}
