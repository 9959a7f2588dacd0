import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEnv } from '@/lib/env';
import { ENTRIES } from '@/scripts/launcher/bundle.mjs';
import { leerYaml, type Mapa, type Yaml } from './yaml';

/** No Docker here: the files are read, and everything in them that names something of ours must name something that is. */
const leer = (archivo: string) => fs.readFileSync(archivo, 'utf8');
const base = leerYaml(leer('docker-compose.yml'));
const produccion = leerYaml(leer('docker-compose.produccion.yml'));
const dockerfile = leer('Dockerfile');
const { scripts } = JSON.parse(leer('package.json')) as { scripts: Record<string, string> };

const mapa = (valor: Yaml | undefined): Mapa => (typeof valor === 'object' && !Array.isArray(valor) ? valor : {});
const textos = (valor: Yaml | undefined): string[] => (Array.isArray(valor) ? valor.map(String) : []);
const servicios = (archivo: Mapa) => Object.entries(mapa(archivo.services)).map(([n, s]) => [n, mapa(s)] as const);

/** Variables that a file takes from whoever runs it: `${NAME}`, `${NAME:-…}`, `${NAME:?…}`. */
const pedidas = (texto: string) => [...texto.matchAll(/\$\{(\w+)/g)].map(([, nombre]) => nombre);
const delEjemplo = new Set([...leer('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, nombre]) => nombre));
const deEnv = new Set([...leer('lib/env.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map(([, nombre]) => nombre));

describe('the compose files', () => {
  it('ask the person only for variables that .env.example explains', () => {
    const todas = [...pedidas(leer('docker-compose.yml')), ...pedidas(leer('docker-compose.produccion.yml'))];
    expect(todas.filter((nombre) => !delEjemplo.has(nombre))).toEqual([]);
    const deCaddy = [...leer('docker/Caddyfile').matchAll(/\{\$(\w+)/g)].map(([, nombre]) => nombre);
    const proxy = mapa(mapa(mapa(base.services).proxy).environment);
    expect(deCaddy.filter((nombre = '') => !(nombre in proxy))).toEqual([]);
  });

  it('give the product only variables that it reads, with values that it accepts', () => {
    const dados = { POSTGRES_PASSWORD: 'x1', AUTH_SECRET: 'a'.repeat(32), PUSHER_SECRET: 's', DOMINIO: 'tienda.bo' };
    const correo = { SMTP_URL: 'smtps://u:c@smtp.ejemplo.bo', MAIL_FROM: 'Tienda <tienda@ejemplo.bo>' };
    const poner = (texto: string) =>
      texto.replace(
        /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
        (_, n: string, si = '') => Object({ ...dados, ...correo })[n] ?? si,
      );
    for (const nombre of ['preparar', 'web', 'worker', 'whatsapp', 'respaldo']) {
      const entorno = {
        ...mapa(mapa(mapa(base.services)[nombre]).environment),
        ...mapa(mapa(mapa(produccion.services)[nombre]).environment),
      };
      expect(Object.keys(entorno).filter((v) => !deEnv.has(v))).toEqual([]);
      const env = parseEnv(Object.fromEntries(Object.entries(entorno).map(([v, valor]) => [v, poner(String(valor))])));
      expect(env).toMatchObject({ AUTH_URL: 'https://tienda.bo', REDIS_URL: 'redis://redis:6379', PUSHER_PORT: 6001 });
      const hosts = [new URL(env.DATABASE_URL).hostname, env.PUSHER_HOST];
      expect(hosts.filter((host = '') => !(host in mapa(base.services)))).toEqual([]);
    }
  });

  it('have services that each come from somewhere, wait for services that are there, and mount what is there', () => {
    const volumenes = Object.keys(mapa(base.volumes));
    for (const [nombre, servicio] of servicios(base)) {
      expect([nombre, Boolean(servicio.image ?? servicio.build)]).toEqual([nombre, true]);
      for (const [otro, como] of Object.entries(mapa(servicio.depends_on))) {
        const destino = mapa(mapa(base.services)[otro]);
        expect([otro, Boolean(destino.image)]).toEqual([otro, true]);
        const sano = mapa(como).condition === 'service_healthy' && destino.image !== 'kantuta-pos';
        expect([otro, !sano || 'test' in mapa(destino.healthcheck)]).toEqual([otro, true]);
      }
      for (const volumen of textos(servicio.volumes)) {
        const [de = ''] = volumen.split(':');
        expect([volumen, volumenes.includes(de) || fs.existsSync(de)]).toEqual([volumen, true]);
      }
    }
    expect(servicios(base).map(([nombre]) => nombre)).toEqual(
      expect.arrayContaining(['postgres', 'redis', 'soketi', 'correo', 'web', 'worker', 'whatsapp', 'proxy']),
    );
  });

  it('run programs that the build makes', () => {
    const corridos = servicios(base).flatMap(([, { command }]) => [
      ...textos(command)
        .join(' ')
        .matchAll(/\.build\/(\w+)\.mjs/g),
    ]);
    expect(corridos.length).toBeGreaterThan(3);
    expect(corridos.map(([, programa]) => programa).filter((programa = '') => !(programa in ENTRIES))).toEqual([]);
  });

  it('catch the mail of a shop that has no mail server, where only this machine reads it; in production it goes out', () => {
    const correo = mapa(mapa(base.services).correo);
    expect(String(correo.image)).toMatch(/^axllent\/mailpit:v\d+\.\d+\.\d+$/);
    expect(textos(correo.ports)).toEqual(['127.0.0.1:8025:8025']);
    const [, dados] = /SMTP_URL: \$\{SMTP_URL:-smtp:\/\/(\w+):1025\?tls=nunca\}/.exec(leer('docker-compose.yml')) ?? [];
    expect(mapa(base.services)).toHaveProperty(String(dados));
    expect(textos(mapa(mapa(produccion.services).correo).profiles)).toEqual(['pruebas']);
    for (const nombre of ['web', 'worker', 'whatsapp']) {
      const { SMTP_URL } = mapa(mapa(mapa(produccion.services)[nombre]).environment);
      expect([nombre, String(SMTP_URL)]).toEqual([nombre, expect.stringMatching(/SMTP_URL:\?falta/)]);
    }
  });

  it('run one WhatsApp worker, of the image, from the program that npm start runs too', () => {
    const { image, command } = mapa(mapa(base.services).whatsapp);
    expect([image, textos(command)]).toEqual(['kantuta-pos', ['node', '.build/whatsapp.mjs']]);
    expect('deploy' in mapa(mapa(produccion.services).whatsapp)).toBe(false);
    expect(leer('scripts/launcher/serve.mjs')).toContain('.build/whatsapp.mjs');
  });

  it('of production change only services that there are: three webs behind the proxy', () => {
    expect(servicios(produccion).filter(([nombre]) => !(nombre in mapa(base.services)))).toEqual([]);
    expect(mapa(mapa(mapa(produccion.services).web).deploy).replicas).toBe('3');
    expect('ports' in mapa(mapa(base.services).web)).toBe(false);
    expect(leer('docker/Caddyfile')).toMatch(/name web\n\s+port 3000/);
  });
});

describe('the image', () => {
  const pasos = dockerfile.split('\n').filter((linea) => /^[A-Z]+ /.test(linea));

  it('copies only what is in the repository, and nothing that .dockerignore leaves out', () => {
    const ignorados = leer('.dockerignore').split('\n');
    for (const paso of pasos.filter((linea) => linea.startsWith('COPY ') && !linea.includes('--from='))) {
      for (const origen of paso
        .split(' ')
        .slice(1, -1)
        .filter((parte) => parte !== '.')) {
        expect([origen, fs.existsSync(origen), ignorados.includes(origen)]).toEqual([origen, true, false]);
      }
    }
  });

  it('takes from its stages what they make', () => {
    const etapas = pasos.flatMap((linea) => / AS (\w+)$/.exec(linea)?.[1] ?? []);
    for (const [, etapa = '', origen] of dockerfile.matchAll(/COPY --from=(\w+) (?:--\S+ )?\/app\/(\S+)/g)) {
      expect(etapas).toContain(etapa);
      expect(['node_modules', '.next', '.build']).toContain(origen);
    }
  });

  it('runs scripts that there are, as nobody special, and asks the health route', () => {
    const npm = [...dockerfile.matchAll(/^RUN npm run (\S+)/gm)].map(([, nombre]) => nombre);
    expect(npm).toEqual(['build']);
    expect(npm.filter((nombre = '') => !(nombre in scripts))).toEqual([]);
    expect(pasos.lastIndexOf('USER node')).toBeGreaterThan(pasos.findLastIndex((linea) => linea.startsWith('RUN ')));
    expect(fs.existsSync('app/api/salud/route.ts') && dockerfile).toContain('/api/salud');
    expect(dockerfile).toMatch(/^CMD \["node", "node_modules\/next\/dist\/bin\/next", "start"/m);
  });

  it('never carries secrets nor data', () => {
    const ignorados = leer('.dockerignore').split('\n');
    expect(ignorados).toEqual(
      expect.arrayContaining(['.env', '.env.local', '.datos', '.datos-demo', 'respaldos', '.git']),
    );
    expect(dockerfile).not.toMatch(/SECRET|PASSWORD|TOKEN/);
  });
});

describe('the reading of these files', () => {
  it.each(['a:\n\tb: 1', 'a: 1\na: 2', 'a:\n  - b: c', 'a: *nada', 'a:\n    b: 1\n  c: 2', '- a\nb'])(
    'refuses %j',
    (mala) => {
      expect(() => leerYaml(mala)).toThrow();
    },
  );
});
