import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Link } from '@/components/ui/link';
import type { IncidenciaDto } from '@/lib/mostrador/schemas';
import { quePuedeHacerse, TIPO_EN_PALABRAS } from './tipos';

const PAGINA: Readonly<Record<string, string>> = { venta: '/ventas/', sesion_caja: '/cajas/sesion/' };
const NOMBRE: Readonly<Record<string, string>> = { venta: 'ticket', sesion_caja: 'sesión de caja' };

/** What happened, in a sentence, with the way to its document. */
export function FilaDeIncidencia({ incidencia }: { incidencia: IncidenciaDto }) {
  const { tipo, frase, documento, remitente, autor } = incidencia;
  const puede = quePuedeHacerse(incidencia);
  const pagina = documento && PAGINA[documento.tipo];
  return (
    <span className="flex min-w-0 flex-col items-start gap-0.5 wrap-anywhere">
      <span className="font-semibold">{TIPO_EN_PALABRAS[tipo]}</span>
      <span className="num text-sm font-normal text-tinta-2">{frase}</span>
      {puede && <span className="text-sm font-normal text-tinta-2">{puede}</span>}
      {remitente !== autor && <span className="text-sm font-normal text-tinta-2">Lo envió {remitente}.</span>}
      {documento && pagina && (
        <Link
          href={`${pagina}${documento.id}` as Route}
          className="inline-flex min-h-11 items-center text-sm font-semibold text-marca underline-offset-4 hover:underline"
        >
          Ver {NOMBRE[documento.tipo]} {documento.folio}
        </Link>
      )}
    </span>
  );
}

/** Whether it waits, or who resolved it and why; by right, the way to resolve it. */
export function SituacionDeIncidencia({
  incidencia,
  onResolver,
}: {
  incidencia: IncidenciaDto;
  onResolver?: (() => void) | undefined;
}) {
  if (incidencia.estado === 'RESUELTA') {
    return (
      <span className="flex flex-col gap-0.5">
        <Chip tone="hecho">
          {incidencia.resuelta_por ? `Resuelta por ${incidencia.resuelta_por}` : 'Se resolvió sola'}
        </Chip>
        <span className="text-sm text-tinta-2 wrap-anywhere">{incidencia.motivo}</span>
      </span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Chip tone="aviso" punto>
        {incidencia.espera ? 'Espera a otro hecho' : incidencia.retenido ? 'Sin asentar' : 'Sin resolver'}
      </Chip>
      {onResolver && (
        <Button variant="secundario" onClick={onResolver}>
          Resolver
        </Button>
      )}
    </span>
  );
}
