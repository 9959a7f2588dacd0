'use client';

import { useState } from 'react';
import { PasoClave } from './paso-clave';
import { PasoCodigo } from './paso-codigo';
import { PasoCorreo } from './paso-correo';
import { PasoHecho } from './paso-hecho';

type Paso =
  | { paso: 'correo'; email: string }
  | { paso: 'codigo'; email: string }
  | { paso: 'clave'; email: string; permiso: string }
  | { paso: 'hecho' };

/** The steps, one at a time on one page: the mail, the code, the new password. What was typed goes along. */
export function Recuperar({ llegaSolo }: { llegaSolo: boolean }) {
  const [en, setEn] = useState<Paso>({ paso: 'correo', email: '' });
  switch (en.paso) {
    case 'correo':
      return (
        <PasoCorreo email={en.email} llegaSolo={llegaSolo} onPedido={(email) => setEn({ paso: 'codigo', email })} />
      );
    case 'codigo':
      return (
        <PasoCodigo
          email={en.email}
          llegaSolo={llegaSolo}
          onOtroCorreo={() => setEn({ paso: 'correo', email: en.email })}
          onConfirmado={(permiso) => setEn({ paso: 'clave', email: en.email, permiso })}
        />
      );
    case 'clave':
      return (
        <PasoClave
          email={en.email}
          permiso={en.permiso}
          onVencido={() => setEn({ paso: 'correo', email: en.email })}
          onHecho={() => setEn({ paso: 'hecho' })}
        />
      );
    case 'hecho':
      return <PasoHecho />;
  }
}
