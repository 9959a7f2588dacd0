import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { sqlClient } from '@/db';
import { ensureDatabaseOf } from '@/db/embedded.mjs';
import { migrate } from '@/db/migrate';
import { emitirClave } from '@/lib/instalacion/clave';
import { verificar } from '@/lib/verificacion/verificar';
import { recrear } from '@/scripts/respaldo/base-vacia';
import { leerConCopy } from '@/scripts/respaldo/con-copy';
import { buscarPgDump, piezasDe } from '@/scripts/respaldo/con-pg-dump';
import { conectar } from '@/scripts/respaldo/conexion';
import { comprobarArchivo } from '@/scripts/respaldo/formato';
import { respaldar } from '@/scripts/respaldo/respaldar';
import { restaurar } from '@/scripts/respaldo/restaurar';
import { mundoConHistoria } from '../core/mundo';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'kantuta-respaldo-'));
const copia = path.join(dir, 'tienda.kbak');
const origen = () => String(process.env.DATABASE_URL);
const nuevas: string[] = [];

/** A database that does not exist yet, beside the test's own. */
async function otraBase(): Promise<string> {
  const url = Object.assign(new URL(inject('serverUrl')), {
    pathname: `/respaldo_${randomUUID().replaceAll('-', '')}`,
  }).href;
  await ensureDatabaseOf(url);
  nuevas.push(url);
  return url;
}

/** What every table holds, whatever the order in which it is stored, and where every sequence stands. */
async function contenido(url: string): Promise<Record<string, string>> {
  const sql = conectar(url);
  try {
    const tablas = await sql<{ tabla: string }[]>`
      select relname::text as tabla from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
    const sumas: Record<string, string> = {};
    for (const { tabla } of tablas) {
      const [fila] = await sql.unsafe(`select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as suma,
        count(*)::int as n from public."${tabla}" t`);
      sumas[tabla] = `${fila?.n} ${fila?.suma}`;
    }
    const secuencias =
      await sql`select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1`;
    return { ...sumas, secuencias: JSON.stringify(secuencias) };
  } finally {
    await sql.end();
  }
}

async function conBase<T>(url: string, mirar: (sql: ReturnType<typeof conectar>) => Promise<T>): Promise<T> {
  const sql = conectar(url);
  try {
    return await mirar(sql);
  } finally {
    await sql.end();
  }
}

const filasDe = (url: string, tabla: string) =>
  conBase(url, async (sql) => (await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${tabla}`))[0]?.n);

beforeAll(async () => {
  await mundoConHistoria();
  await sqlClient()`insert into categoria (nombre) values (${'Ñandú\t"x"\\.\n\\N 🛒'}), (${'\\.'}), ('COPY public.x (y) FROM stdin;')`;
});

afterAll(async () => {
  fs.rmSync(dir, { recursive: true, force: true });
  await conBase(inject('serverUrl'), async (sql) => {
    for (const url of nuevas)
      await sql.unsafe(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
  });
});

describe('the drill', () => {
  it('copies a shop with sales, voids and closes, and restores every row and sequence of it, with books that agree', async () => {
    const antes = await contenido(origen());
    const manifiesto = await respaldar({ url: origen(), archivo: copia, con: 'copy' });
    expect(manifiesto.con).toBe('copy');
    expect(manifiesto.tablas.find(({ tabla }) => tabla === 'venta')?.filas).toBeGreaterThan(2);
    expect(fs.statSync(copia).mode & 0o777).toBe(0o600);

    const destino = await otraBase();
    const { controles } = await restaurar({ url: destino, archivo: copia });
    expect(controles).toBeGreaterThan(20);
    expect(await contenido(destino)).toEqual(antes);
    await conBase(destino, async (sql) => {
      expect(await verificar(sql)).toEqual([]);
      // the guards are awake again
      await expect(sql`delete from partida`).rejects.toMatchObject({ code: 'KP001' });
    });
  });

  it('copies the same through pg_dump, where there is one for the server', async ({ skip }) => {
    const [fila] = await sqlClient()<{ mayor: number }[]>`
      select current_setting('server_version_num')::int / 10000 as mayor`;
    if (!buscarPgDump(fila?.mayor ?? 0)) skip(`no pg_dump for PostgreSQL ${fila?.mayor}`);
    const archivo = path.join(dir, 'dump.kbak');
    const manifiesto = await respaldar({ url: origen(), archivo, con: 'pg_dump' });
    expect(manifiesto.con).toMatch(/^pg_dump \d/);
    const destino = await otraBase();
    await restaurar({ url: destino, archivo });
    expect(await contenido(destino)).toEqual(await contenido(origen()));
  });

  it('restores over a shop that only was started once, whose key then is of no use', async () => {
    const destino = await otraBase();
    await migrate(destino);
    await conBase(destino, (sql) => sql`insert into instalacion (clave_huella, clave_emitida_en) values ('x', now())`);
    await restaurar({ url: destino, archivo: copia });
    expect(await filasDe(destino, 'instalacion')).toBe(0);
    expect(await emitirClave(new Date())).toBeNull();
  });

  it('ends with every table, however much of it comes at once', async () => {
    const base = await otraBase();
    await conBase(base, async (sql) => {
      await sql`create table public.renglon (texto text)`;
      for (let kib = 4; kib <= 160; kib += 4) {
        await sql`truncate public.renglon`;
        await sql`insert into public.renglon select repeat('x', 1023) from generate_series(1, ${kib}::int)`;
        const bytes = await sql.begin('read only', async (tx) => {
          let suma = 0;
          for await (const pieza of leerConCopy(tx)) suma += Buffer.isBuffer(pieza) ? pieza.length : 0;
          return suma;
        });
        expect(bytes).toBe(kib * 1024);
      }
    });
  }, 20_000);

  it('brings the copy of an older version up to date', async () => {
    const anterior = await otraBase();
    await conBase(anterior, (sql) => recrear(sql, anterior, { cuantas: 3, todas: Number.POSITIVE_INFINITY }));
    await conBase(
      anterior,
      (sql) => sql`
        with s as (insert into sucursal (nombre) values ('La de antes') returning id),
          r as (insert into rol (id, nombre, de_fabrica, permisos) values (2, 'Operador', true, '{venta:cobrar}') returning id),
          p as (insert into persona (nombres, p_apellido, fecha_nacimiento, genero)
            values ('Rosa', 'Quispe', '1990-05-17', 'F') returning id)
        insert into usuario (name, email, password_hash, id_persona, id_rol, id_sucursal)
        select 'Rosa', 'rosa@antes.bo', 'x', p.id, r.id, s.id from s, r, p`,
    );
    const vieja = path.join(dir, 'vieja.kbak');
    expect((await respaldar({ url: anterior, archivo: vieja, con: 'copy' })).migraciones).toHaveLength(3);

    const destino = await otraBase();
    await restaurar({ url: destino, archivo: vieja });
    expect(await filasDe(destino, 'instalacion')).toBe(0);
    const [rosa] = await conBase(
      destino,
      (sql) => sql`
        select u.email, u.debe_cambiar_clave, r.topes ->> 'venta:descuento' as tope, 'caja:admitir' = any(r.permisos) as de_hoy
        from usuario u join rol r on r.id = u.id_rol`,
    );
    expect(rosa).toEqual({ email: 'rosa@antes.bo', debe_cambiar_clave: false, tope: '10', de_hoy: true });
  });
});

describe('what is refused', () => {
  it('a file that was cut, altered, or is something else; the base is not touched', async () => {
    const destino = await otraBase();
    const bueno = fs.readFileSync(copia);
    const malos = {
      cortada: bueno.subarray(0, bueno.length - 40),
      alterada: Buffer.from(bueno),
      otra: Buffer.from('esto no es una copia'),
      ajena: gzipSync('tampoco esto'),
    };
    malos.alterada.writeUInt8((malos.alterada.readUInt8(bueno.length >> 1) ^ 0x10) & 0xff, bueno.length >> 1);
    for (const [nombre, bytes] of Object.entries(malos)) {
      const archivo = path.join(dir, nombre);
      fs.writeFileSync(archivo, bytes);
      await expect(restaurar({ url: destino, archivo })).rejects.toThrow(/está dañada y no se usó/);
    }
    await expect(restaurar({ url: destino, archivo: path.join(dir, 'no-hay') })).rejects.toThrow(/No existe/);
    expect(await contenido(destino)).toEqual({ secuencias: '[]' });
  });

  it('a row changed under a good gzip, by name of its table', async () => {
    const archivo = path.join(dir, 'fila');
    reescribir(copia, archivo, (marcos) => {
      const i = marcos.findIndex(({ texto }) => texto.includes('"tabla":"venta"'));
      return marcos.map((m, j) => (j === i + 1 ? { ...m, texto: m.texto.replace(/\d/, '9') } : m));
    });
    await expect(comprobarArchivo(archivo)).rejects.toThrow(/la tabla venta no es la que se copió/);
  });

  it('a base with data, one in use, and one that is not ours', async () => {
    await expect(restaurar({ url: origen(), archivo: copia })).rejects.toThrow(/en uso/);
    const llena = await otraBase();
    await restaurar({ url: llena, archivo: copia });
    await expect(restaurar({ url: llena, archivo: copia })).rejects.toThrow(/ya tiene datos/);
    const ajena = await otraBase();
    await conBase(ajena, (sql) => sql`create table cosas (id int)`);
    await expect(restaurar({ url: ajena, archivo: copia })).rejects.toThrow(/no son de Kantuta/);
  });

  it('a copy of a newer version, and a database without a shop', async () => {
    const nueva = path.join(dir, 'nueva.kbak');
    reescribir(copia, nueva, (marcos) =>
      marcos.map((marco) =>
        marco.letra === 'M' ? conManifiesto(marco, (m) => ({ ...m, migraciones: [...m.migraciones, 'otra'] })) : marco,
      ),
    );
    await expect(restaurar({ url: await otraBase(), archivo: nueva })).rejects.toThrow(/otra versión/);
    const vacia = await otraBase();
    await expect(respaldar({ url: vacia, archivo: path.join(dir, 'nada') })).rejects.toThrow(/no hay nada que copiar/);
    await expect(respaldar({ url: origen(), archivo: copia })).rejects.toThrow(/Ya existe/);
    expect(fs.readdirSync(dir).filter((nombre) => nombre.endsWith('.parcial'))).toEqual([]);
  });

  it('books that do not agree, named; and the base stays empty', async () => {
    const archivo = path.join(dir, 'no-cuadra');
    reescribir(copia, archivo, (marcos) => {
      const i = marcos.findIndex(({ texto }) => texto.includes('"tabla":"partida"')) + 1;
      const filas = marcos[i]?.texto.split('\n') ?? [];
      const primera = filas[0]?.split('\t') ?? [];
      filas[0] = [...primera.slice(0, -1), String(Number(primera.at(-1)) + 700)].join('\t');
      const cambiada = filas.join('\n');
      const sha256 = createHash('sha256').update(cambiada).digest('hex');
      return marcos.map((marco, j) => {
        if (j === i) return { ...marco, texto: cambiada };
        if (marco.letra !== 'M') return marco;
        return conManifiesto(marco, (m) => ({
          ...m,
          tablas: m.tablas.map((t) => (t.tabla === 'partida' ? { ...t, sha256 } : t)),
        }));
      });
    });
    const destino = await otraBase();
    await expect(restaurar({ url: destino, archivo })).rejects.toThrow(/no cuadra:\n {2}✗ .*7,00.*asiento_no_cuadra/);
    expect(await filasDe(destino, 'venta')).toBe(0);
    expect(await filasDe(destino, 'usuario')).toBe(0);
    await restaurar({ url: destino, archivo: copia });
  });
});

describe('the text of pg_dump', () => {
  it('is read whatever the size of its pieces', async () => {
    const texto = [
      '\\restrict abc',
      'SET x = 1;',
      'COPY public.uno (id, "order") FROM stdin;',
      '1\ta\\nb',
      '2\t\\\\.',
      '\\.',
      '',
      'COPY public."dos" (id) FROM stdin;',
      '\\.',
      "SELECT pg_catalog.setval('x', 1);",
    ].join('\n');
    for (const largo of [1, 2, 3, 7, 1000]) {
      const bytes = Buffer.from(`${texto}\n`);
      async function* trozos() {
        for (let i = 0; i < bytes.length; i += largo) yield bytes.subarray(i, i + largo);
      }
      const visto: [string, string][] = [];
      for await (const pieza of piezasDe(trozos())) {
        const ultima = visto.at(-1);
        if (!Buffer.isBuffer(pieza)) visto.push([`${pieza.tabla}(${pieza.columnas})`, '']);
        else if (ultima) ultima[1] += pieza.toString();
      }
      expect(visto).toEqual([
        ['uno(id,order)', '1\ta\\nb\n2\t\\\\.\n'],
        ['dos(id)', ''],
      ]);
    }
  });
});

type Marco = { letra: string; texto: string };
type Manifiesto = Awaited<ReturnType<typeof comprobarArchivo>>;

const conManifiesto = (marco: Marco, cambiar: (m: Manifiesto) => Manifiesto): Marco => ({
  ...marco,
  texto: JSON.stringify(cambiar(JSON.parse(marco.texto) as Manifiesto)),
});

/** Writes another copy with its frames changed, as somebody who knows the format could. */
function reescribir(de: string, a: string, cambiar: (marcos: Marco[]) => Marco[]): void {
  const bytes = gunzipSync(fs.readFileSync(de));
  const marcos: Marco[] = [];
  for (let i = 0; i < bytes.length; ) {
    const largo = bytes.readUInt32BE(i + 1);
    marcos.push({ letra: bytes.toString('latin1', i, i + 1), texto: bytes.toString('utf8', i + 5, i + 5 + largo) });
    i += 5 + largo;
  }
  const nuevos = cambiar(marcos).map(({ letra, texto }) => {
    const cuerpo = Buffer.from(texto);
    const cabeza = Buffer.alloc(5);
    cabeza.write(letra, 'latin1');
    cabeza.writeUInt32BE(cuerpo.length, 1);
    return Buffer.concat([cabeza, cuerpo]);
  });
  fs.writeFileSync(a, gzipSync(Buffer.concat(nuevos)));
}
