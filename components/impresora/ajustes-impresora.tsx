'use client';

import { Inbox, Printer, Usb } from 'lucide-react';
import { useEffect, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { direccionPublica } from '@/lib/direccion-publica';
import { type Ajustes, BAUDIOS, CODIFICACIONES, type Codificacion, type Salida } from '@/lib/impresora/ajustes';
import { imprimirMuestra } from './muestra';
import { useAjustes } from './use-ajustes';

const SALIDA: Readonly<Record<Salida, { nombre: string; explicacion: string }>> = {
  sistema: {
    nombre: 'Sistema',
    explicacion: 'Con cualquier impresora instalada en este equipo. El navegador muestra su diálogo en cada impresión.',
  },
  usb: {
    nombre: 'USB',
    explicacion: 'Impresora térmica ESC/POS conectada por USB: imprime al instante, sin diálogo, y abre la gaveta.',
  },
  serie: {
    nombre: 'Serie',
    explicacion: 'Impresora térmica ESC/POS por puerto serie, o por USB o Bluetooth que se ven como uno.',
  },
};

const CODIFICACION: Readonly<Record<Codificacion, string>> = {
  cp850: 'PC850, la más común',
  cp858: 'PC858, con el euro',
  windows1252: 'Windows-1252',
  cp437: 'PC437, sin Á, Í, Ó ni Ú',
};

/** Which printer this device has and how it is used. It is kept in the device: each one has its own. */
export function AjustesImpresora({ puedeAbrirGaveta }: { puedeAbrirGaveta: boolean }) {
  const { ajustes, fijar } = useAjustes();
  const cambiar = (cambio: Partial<Ajustes>) => fijar({ ...ajustes, ...cambio });
  const directa = ajustes.salida !== 'sistema';
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <Card title="Cómo imprime">
        <div className="flex flex-col gap-4">
          <Segmented
            label="Cómo imprime este equipo"
            options={(Object.keys(SALIDA) as Salida[]).map((s) => ({ value: s, label: SALIDA[s].nombre }))}
            value={ajustes.salida}
            onValueChange={(salida) => cambiar({ salida })}
          />
          <p className="text-sm text-pretty text-tinta-2">{SALIDA[ajustes.salida].explicacion}</p>
          {directa && <Conexion key={`${ajustes.salida}-${ajustes.baudios}`} ajustes={ajustes} />}
          {ajustes.salida === 'serie' && (
            <Field label="Velocidad" hint="La que dice la hoja de autoprueba de la impresora.">
              <Select value={ajustes.baudios} onChange={(event) => cambiar({ baudios: Number(event.target.value) })}>
                {BAUDIOS.map((b) => (
                  <option key={b} value={b}>
                    {b}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        </div>
      </Card>
      <Card title="El papel">
        <div className="flex flex-col gap-4">
          <Segmented
            label="Ancho del rollo"
            options={[
              { value: '58', label: '58 mm' },
              { value: '80', label: '80 mm' },
            ]}
            value={String(ajustes.ancho)}
            onValueChange={(ancho) => cambiar({ ancho: ancho === '58' ? 58 : 80 })}
          />
          {directa && (
            <Field
              label="Letras con acento"
              hint="Si la prueba sale con signos raros, se elige otra y se prueba de nuevo."
            >
              <Select
                value={ajustes.codificacion}
                onChange={(event) => cambiar({ codificacion: event.target.value as Codificacion })}
              >
                {CODIFICACIONES.map((c) => (
                  <option key={c} value={c}>
                    {CODIFICACION[c]}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <div className="flex flex-col gap-1">
            <Checkbox
              label="Imprimir siempre al cobrar"
              checked={ajustes.siempre}
              onChange={(event) => cambiar({ siempre: event.target.checked })}
            />
            <SuQr ajustes={ajustes} onQr={(qr) => cambiar({ qr })} />
            {directa && (
              <Checkbox
                label="La impresora corta el papel"
                checked={ajustes.corta}
                onChange={(event) => cambiar({ corta: event.target.checked })}
              />
            )}
          </div>
        </div>
      </Card>
      <Card title="La gaveta">
        {directa ? (
          <div className="flex flex-col gap-3">
            <Checkbox
              label="Abrir la gaveta al cobrar en efectivo"
              hint="La gaveta se conecta a la impresora con su cable."
              checked={ajustes.gaveta}
              onChange={(event) => cambiar({ gaveta: event.target.checked })}
            />
            {ajustes.gaveta && (
              <Field label="Contacto de la gaveta" hint="Si no abre con el primero, abre con el segundo.">
                <Select value={ajustes.pin} onChange={(event) => cambiar({ pin: event.target.value === '1' ? 1 : 0 })}>
                  <option value={0}>Primero (pin 2)</option>
                  <option value={1}>Segundo (pin 5)</option>
                </Select>
              </Field>
            )}
            {ajustes.gaveta && puedeAbrirGaveta && (
              <p className="text-sm text-tinta-2">
                Para abrirla sin una venta está «Abrir gaveta» en el mostrador: pide un motivo y queda anotado.
              </p>
            )}
          </div>
        ) : (
          <p className="flex items-start gap-2.5 text-sm text-pretty text-tinta-2">
            <Inbox aria-hidden="true" className="size-5 shrink-0" />
            Con la impresión por el sistema, la gaveta la abre el controlador de la impresora. Para abrirla desde aquí
            hace falta la impresión directa.
          </p>
        )}
      </Card>
      <Prueba ajustes={ajustes} />
    </div>
  );
}

/** Whether the printer is there, and the button that chooses it. */
function Conexion({ ajustes }: { ajustes: Ajustes }) {
  const [hallada, setHallada] = useState<string | null>(null);
  const [hay, setHay] = useState(true);
  const { salida, baudios } = ajustes;

  useEffect(() => {
    let sigue = true;
    void import('@/lib/impresora/impresora').then(async ({ puertaDe }) => {
      const puerta = puertaDe({ salida, baudios });
      const recordada = await puerta?.recordado().catch(() => null);
      if (!sigue) return;
      setHay(puerta?.hay() ?? false);
      setHallada(recordada?.nombre ?? null);
    });
    return () => {
      sigue = false;
    };
  }, [salida, baudios]);

  async function elegir() {
    const { puertaDe } = await import('@/lib/impresora/impresora');
    try {
      const elegida = await puertaDe({ salida, baudios })?.elegir();
      if (elegida) setHallada(elegida.nombre);
    } catch (error) {
      toast.error(error instanceof Error ? error.message : 'No se pudo elegir la impresora.');
    }
  }

  if (!hay) {
    return (
      <Notice tone="aviso" title="Este navegador no llega a la impresora">
        La impresión directa funciona en Chrome o Edge, y con la tienda abierta por HTTPS o en este mismo equipo.
      </Notice>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button icon={<Usb aria-hidden="true" />} onClick={() => void elegir()}>
        {hallada ? 'Elegir otra impresora' : 'Elegir impresora'}
      </Button>
      <span role="status" className="text-sm text-tinta-2">
        {hallada ? `Lista: ${hallada}` : 'Todavía no se eligió ninguna.'}
      </span>
    </div>
  );
}

function SuQr({ ajustes, onQr }: { ajustes: Ajustes; onQr: (qr: boolean) => void }) {
  const [publica, setPublica] = useState<string | null>(null);
  useEffect(() => setPublica(direccionPublica()), []);
  return (
    <Checkbox
      label="Imprimir el QR del recibo"
      hint={
        publica
          ? `El cliente abre su recibo en el celular, en ${publica.replace(/^https?:\/\//, '')}.`
          : 'No sale todavía: falta la dirección pública de la tienda (AUTH_URL). Se pide a quien cuida el sistema.'
      }
      checked={ajustes.qr}
      onChange={(event) => onQr(event.target.checked)}
    />
  );
}

function Prueba({ ajustes }: { ajustes: Ajustes }) {
  const [pendiente, startTransition] = useTransition();
  const probar = () =>
    startTransition(async () => {
      try {
        await imprimirMuestra(ajustes);
        if (ajustes.salida !== 'sistema') toast.success('La prueba salió. Revise los acentos y el corte.');
      } catch (error) {
        toast.error(error instanceof Error ? error.message : 'No se pudo imprimir.');
      }
    });
  return (
    <div>
      <Button
        variant="primario"
        size="mostrador"
        icon={<Printer aria-hidden="true" />}
        pendiente={pendiente}
        onClick={probar}
      >
        Imprimir una prueba
      </Button>
    </div>
  );
}
