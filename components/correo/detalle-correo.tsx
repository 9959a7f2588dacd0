'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ErrorState } from '@/components/ui/error-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SkeletonRows } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { ApiError } from '@/lib/api-client';
import { correoQuery, reintentarCorreo } from '@/lib/correo/query-options';
import type { CorreoDetalleDto, CorreoOculto } from '@/lib/correo/schemas';
import { formatFechaHora } from '@/lib/time';
import { EstadoCorreo } from './estado-correo';
import { HojaCorreo } from './hoja-correo';

const POR_QUE: Readonly<Record<CorreoOculto, string>> = {
  secreto: 'Este correo lleva un código que deja entrar. Solo lo ve quien puede cambiar la contraseña de esa persona.',
  borrado: 'Lo que decía se borró: llevaba un código, y ya se envió o venció.',
};

/** One mail: where it is, what went wrong, and what it says. */
export function DetalleCorreo({ id }: { id: number }) {
  const consulta = useQuery({ ...correoQuery(id), retry: (n, error) => !(error instanceof ApiError) && n < 2 });
  const reintento = useMutation({
    mutationFn: () => reintentarCorreo(id),
    onSuccess: () => {
      toast.success('Se vuelve a intentar');
      void consulta.refetch();
    },
    onError: (error) => toast.error(error.message),
  });
  const correo = consulta.data;
  return (
    <>
      <PageHeader
        back={<Link href="/correos">← Correos</Link>}
        title={correo?.asunto ?? 'Correo'}
        subtitle={correo && `Para ${correo.para}`}
        actions={
          correo?.puede_reintentar && (
            <Button
              variant="primario"
              icon={<RotateCw aria-hidden="true" />}
              pendiente={reintento.isPending}
              onClick={() => reintento.mutate()}
            >
              Reintentar
            </Button>
          )
        }
      />
      {consulta.isPending ? (
        <Card flush>
          <SkeletonRows rows={6} label="Cargando el correo…" />
        </Card>
      ) : consulta.isError ? (
        <Card>
          <ErrorState message={consulta.error.message} onRetry={() => void consulta.refetch()} />
        </Card>
      ) : (
        <Cuerpo correo={consulta.data} />
      )}
    </>
  );
}

function Cuerpo({ correo }: { correo: CorreoDetalleDto }) {
  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_18rem] lg:items-start">
      <Card className="lg:order-last">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm [&_dd]:text-right [&_dt]:text-tinta-2">
          <dt>Estado</dt>
          <dd>
            <EstadoCorreo estado={correo.estado} />
          </dd>
          <dt>Tipo</dt>
          <dd>{correo.tipo}</dd>
          <Momento titulo="Escrito" valor={correo.creado_en} />
          <Momento titulo="Enviado" valor={correo.enviado_en} />
          {correo.estado !== 'ENVIADO' && <Momento titulo="Vence" valor={correo.vence_en} />}
          <dt>Intentos</dt>
          <dd className="num">{correo.intentos}</dd>
        </dl>
        {correo.ultimo_error && (
          <Notice tone="falta" title="Lo que dijo el servidor" className="mt-4">
            <span className="wrap-anywhere">{correo.ultimo_error}</span>
          </Notice>
        )}
      </Card>
      <Card>
        {correo.html !== null && correo.texto !== null ? (
          <HojaCorreo asunto={correo.asunto} html={correo.html} texto={correo.texto} />
        ) : (
          <Notice>{POR_QUE[correo.oculto ?? 'borrado']}</Notice>
        )}
      </Card>
    </div>
  );
}

function Momento({ titulo, valor }: { titulo: string; valor: string | null }) {
  if (valor === null) return null;
  return (
    <>
      <dt>{titulo}</dt>
      <dd className="num">{formatFechaHora(valor)}</dd>
    </>
  );
}
