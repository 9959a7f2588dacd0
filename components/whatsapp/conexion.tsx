'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { MessageCircle, QrCode, RotateCcw, Unplug } from 'lucide-react';
import { type ReactNode, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ErrorState } from '@/components/ui/error-state';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { formatFechaHora } from '@/lib/time';
import { conectarWhatsappAction, desconectarWhatsappAction } from '@/lib/whatsapp/actions';
import { estadoWhatsappQuery } from '@/lib/whatsapp/query-options';
import { nombreDelDestino } from '@/lib/whatsapp/rules';
import type { EstadoWhatsappDto } from '@/lib/whatsapp/schemas';
import { ChipConexion } from './chips';
import { CodigoQr } from './codigo-qr';

type ConexionProps = { inicial: EstadoWhatsappDto; puedeConectar: boolean };

/** The shop's WhatsApp, live: linking a phone, how the connection is, and unlinking it. */
export function Conexion({ inicial, puedeConectar }: ConexionProps) {
  const consulta = useQuery({ ...estadoWhatsappQuery(), initialData: inicial });
  const { data: estado, isError, refetch, isFetching } = consulta;
  return (
    <Card title="Teléfono de la tienda" aside={<ChipConexion estado={estado} />} className="flex flex-col">
      {isError ? (
        <ErrorState message={consulta.error.message} onRetry={() => void refetch()} pendiente={isFetching} />
      ) : (
        <Cuerpo estado={estado} puedeConectar={puedeConectar} />
      )}
    </Card>
  );
}

function Cuerpo({ estado, puedeConectar }: { estado: EstadoWhatsappDto; puedeConectar: boolean }) {
  const { encendido, numero, nombre, ultimo_error: error } = estado;
  const esperando = estado.estado === 'ESPERANDO_QR';
  const ocupado = estado.en_curso || estado.estado === 'CONECTANDO';
  const avisa = encendido && estado.estado === 'DESCONECTADO' && error && !estado.en_curso;
  return (
    <div className="flex grow flex-col gap-4">
      {!encendido && (
        <Notice tone="aviso" title="El servicio de WhatsApp no está corriendo">
          Quien cuida la máquina lo enciende con <code>WHATSAPP=1</code> al arrancar. Mientras tanto no sale ningún
          mensaje.
        </Notice>
      )}
      {avisa && <Notice tone="falta">{error}</Notice>}
      {numero ? (
        <Vinculado numero={numero} nombre={nombre} desde={estado.conectado_desde} />
      ) : (
        !esperando && <SinVincular ocupado={ocupado} />
      )}
      {esperando && (puedeConectar ? <CodigoQr imagen={estado.qr_base64} /> : <SoloMirar />)}
      {puedeConectar && <Acciones estado={estado} ocupado={ocupado} />}
    </div>
  );
}

type VinculadoProps = { numero: string; nombre: string | null; desde: string | null };

function Vinculado({ numero, nombre, desde }: VinculadoProps) {
  return (
    <Marca>
      <p className="num text-lg font-semibold">{nombreDelDestino(numero)}</p>
      <p className="text-sm text-tinta-2">
        {[nombre, desde && `conectado desde ${formatFechaHora(desde)}`].filter(Boolean).join(' · ') || 'Vinculado'}
      </p>
    </Marca>
  );
}

function SinVincular({ ocupado }: { ocupado: boolean }) {
  return (
    <Marca>
      <p className="font-semibold">{ocupado ? 'Pidiendo un código…' : 'Ningún teléfono vinculado'}</p>
      <p className="text-sm text-pretty text-tinta-2">
        Los mensajes salen del WhatsApp de la tienda, como si se escribieran en su teléfono.
      </p>
    </Marca>
  );
}

function SoloMirar() {
  return <Notice>Alguien con derecho a conectar está vinculando el teléfono.</Notice>;
}

function Marca({ children }: { children: ReactNode }) {
  return (
    <div className="flex items-center gap-4">
      <span className="grid size-12 shrink-0 place-items-center rounded-full bg-marca-suave text-marca">
        <MessageCircle aria-hidden="true" className="size-6" strokeWidth={1.6} />
      </span>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

function Acciones({ estado, ocupado }: { estado: EstadoWhatsappDto; ocupado: boolean }) {
  const queries = useQueryClient();
  const [pendiente, startTransition] = useTransition();
  const [confirma, setConfirma] = useState(false);
  const refrescar = () => queries.invalidateQueries({ queryKey: ['whatsapp', 'estado'] });
  const conectar = () =>
    startTransition(async () => {
      const hecho = await conectarWhatsappAction({});
      if (!hecho.ok) toast.error(hecho.message);
      await refrescar();
    });
  const { numero, encendido } = estado;
  const desconectado = encendido && estado.estado === 'DESCONECTADO';
  const cancela = numero === null && estado.estado === 'ESPERANDO_QR';
  return (
    <div className="mt-auto flex flex-wrap gap-2 empty:hidden">
      {desconectado && (
        <Button
          variant="primario"
          pendiente={pendiente || ocupado}
          onClick={conectar}
          icon={numero ? <RotateCcw aria-hidden="true" /> : <QrCode aria-hidden="true" />}
        >
          {numero ? 'Conectar ahora' : 'Vincular un teléfono'}
        </Button>
      )}
      {(numero !== null || cancela) && (
        <Button onClick={() => setConfirma(true)} disabled={estado.en_curso} icon={<Unplug aria-hidden="true" />}>
          {cancela ? 'Cancelar' : 'Desvincular'}
        </Button>
      )}
      <ConfirmDialog
        open={confirma}
        onOpenChange={setConfirma}
        title={cancela ? '¿Dejar de vincular?' : `¿Desvincular ${nombreDelDestino(numero ?? '')}?`}
        description={
          cancela
            ? 'El código deja de servir.'
            : 'La tienda deja de mandar mensajes. Los que están en cola esperan hasta 24 horas a que se vincule otra vez.'
        }
        confirm={cancela ? 'Dejar de vincular' : 'Desvincular'}
        peligro={!cancela}
        onConfirm={async () => {
          const hecho = await desconectarWhatsappAction({});
          if (!hecho.ok) return hecho.message;
          await refrescar();
          return undefined;
        }}
      />
    </div>
  );
}
