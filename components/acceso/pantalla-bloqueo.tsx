'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useEffect, useState } from 'react';
import { sentenceOf } from '@/components/caja/use-acto';
import { Logo } from '@/components/layout/logo';
import { useLocal } from '@/components/offline/use-local';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ApiError, SinRespuestaError } from '@/lib/api-client';
import { salirAction } from '@/lib/auth/actions';
import { enviarDesbloqueo } from '@/lib/auth/query-options';
import { enviarCambio, mostradorQuery } from '@/lib/caja/query-options';
import { localCounter } from '@/lib/offline/local';
import { BloqueoSinRed } from './bloqueo-sin-red';
import { bloqueoAvisado, otraPersona, pantallaAbierta, vinoSinServidor } from './candado-store';
import { ClavePropia } from './clave-propia';
import { perdonarFallos } from './codigos-guardados';
import { FichasPersona } from './fichas-persona';
import { TecladoPin } from './teclado-pin';

type PantallaBloqueoProps = {
  /** The person who locked it is back. */
  onAbierta: () => void;
  /** Another person came in. */
  onOtraPersona: () => void;
};

const OTRA_VEZ_MS = 5_000;

type Intento = { id_usuario: number; propia: boolean } & ({ pin: string } | { password: string });

/** The lock of a counter: who may come in, and how. Nothing of the shop is on it but names. */
export function PantallaBloqueo({ onAbierta, onOtraPersona }: PantallaBloqueoProps) {
  const consulta = useQuery({
    ...mostradorQuery(),
    refetchOnMount: 'always',
    // Where nobody answered, who may come in is asked for until somebody does.
    refetchInterval: ({ state }) => (state.error instanceof SinRespuestaError ? OTRA_VEZ_MS : false),
  });
  const [elegida, setElegida] = useState<number | null>(null);
  const [conClave, setConClave] = useState(false);
  const entrada = useMutation({
    async mutationFn(intento: Intento) {
      await bloqueoAvisado();
      if ('password' in intento) await enviarDesbloqueo({ password: intento.password });
      else if (intento.propia) await enviarDesbloqueo({ pin: intento.pin });
      else await enviarCambio({ id_usuario: intento.id_usuario, pin: intento.pin });
      return intento.propia;
    },
    onSuccess(propia) {
      perdonarFallos(localCounter().get().identidad?.usuario.id);
      if (propia) pantallaAbierta();
      else otraPersona();
      (propia ? onAbierta : onOtraPersona)();
    },
  });

  const { data, refetch } = consulta;
  const conexion = useLocal((e) => e.conexion, 'conectando');
  const sinRespuesta = consulta.error instanceof SinRespuestaError;
  const sinServidor =
    conexion === 'sin_conexion' || (conexion !== 'en_linea' && (sinRespuesta || (vinoSinServidor() && !data)));
  // Back in line: whoever may come in is asked for at once.
  useEffect(() => {
    if (!sinServidor && sinRespuesta) void refetch();
  }, [sinServidor, sinRespuesta, refetch]);
  if (sinServidor) {
    return (
      <Marco caja="Sin conexión">
        <BloqueoSinRed onReintentar={() => void refetch()} />
      </Marco>
    );
  }
  const terminada = consulta.error instanceof ApiError && consulta.error.status === 401;
  if (terminada) return <SesionTerminada />;
  if (!data) {
    return (
      <Marco>
        {consulta.error ? (
          <>
            <Notice tone="falta" alert>
              {sentenceOf(consulta.error)}
            </Notice>
            <Button size="mostrador" onClick={() => void consulta.refetch()}>
              Reintentar
            </Button>
          </>
        ) : (
          <p role="status" className="text-tinta-2">
            Un momento…
          </p>
        )}
      </Marco>
    );
  }

  const { actual, personas, caja } = data;
  const quien = personas.find((p) => p.id_usuario === elegida) ?? actual;
  const propia = quien.id_usuario === actual.id_usuario;
  const clave = propia && (conClave || !actual.con_pin);
  const comun = {
    pendiente: entrada.isPending || entrada.isSuccess,
    rechazo: entrada.error ? sentenceOf(entrada.error) : null,
  };
  return (
    <Marco caja={caja}>
      <FichasPersona
        personas={[actual, ...personas]}
        elegida={quien.id_usuario}
        onElegir={(id) => {
          setElegida(id);
          entrada.reset();
        }}
      />
      {clave ? (
        <ClavePropia
          {...comun}
          label={`Contraseña de ${actual.nombre}`}
          onClave={(password) => entrada.mutate({ id_usuario: quien.id_usuario, propia, password })}
        />
      ) : (
        <TecladoPin
          key={quien.id_usuario}
          {...comun}
          label={`PIN de ${quien.nombre}`}
          onPin={(pin) => entrada.mutate({ id_usuario: quien.id_usuario, propia, pin })}
        />
      )}
      <div className="flex flex-wrap justify-center gap-2">
        {propia && actual.con_pin && (
          <Button
            variant="fantasma"
            onClick={() => {
              setConClave(!conClave);
              entrada.reset();
            }}
          >
            {conClave ? 'Usar el PIN' : 'Usar la contraseña'}
          </Button>
        )}
        <Salir />
      </div>
    </Marco>
  );
}

function Marco({ caja = null, children }: { caja?: string | null; children: React.ReactNode }) {
  return (
    <div className="m-auto flex w-full max-w-md flex-col items-center gap-4 px-4 py-6">
      <div className="flex flex-col items-center gap-1.5 text-center">
        <Logo className="size-10" />
        <h1 className="text-xl font-bold">Pantalla bloqueada</h1>
        <p className="text-sm text-tinta-2">{caja ?? 'Elija quién entra.'}</p>
      </div>
      {children}
    </div>
  );
}

/** The sign-in ended while it was locked: there is nothing to unlock. */
function SesionTerminada() {
  return (
    <Marco>
      <Notice tone="aviso" alert>
        La sesión terminó. El ticket y lo que falta enviar siguen en este navegador.
      </Notice>
      <Salir terminada />
    </Marco>
  );
}

/** Leaves for another account, unless this device has what nobody else does and the sign-in could still send. */
function Salir({ terminada = false }: { terminada?: boolean }) {
  const [impedimento, setImpedimento] = useState<string | null>(null);
  return (
    <form
      className="flex flex-col items-center gap-2"
      action={async () => {
        const { salirDelEquipo } = await import('@/lib/offline/leaving');
        const queda = await salirDelEquipo();
        if (queda && !terminada) setImpedimento(queda);
        else await salirAction();
      }}
    >
      {impedimento && (
        <Notice tone="falta" alert>
          {impedimento}
        </Notice>
      )}
      <Button type="submit" variant="fantasma" icon={<LogOut aria-hidden="true" />}>
        Ingresar con otra cuenta
      </Button>
    </form>
  );
}
