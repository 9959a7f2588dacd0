/**
 * The page's only script: the theme chosen in the shop, before the first paint; the search; the `/` key. Without it the
 * page follows the system's theme and has no search.
 */
export const GUION = `(function(){
var raiz=document.documentElement,clave='kantuta-tema';
try{var t=localStorage.getItem(clave);if(t==='claro'||t==='oscuro')raiz.dataset.tema=t}catch(e){}
document.addEventListener('DOMContentLoaded',function(){
  var tema=document.getElementById('tema'),campo=document.getElementById('buscar'),nada=document.getElementById('nada');
  if(!tema||!campo||!nada)return;
  tema.hidden=false;campo.closest('label').hidden=false;
  tema.addEventListener('click',function(){
    var hoy=raiz.dataset.tema||(matchMedia('(prefers-color-scheme: dark)').matches?'oscuro':'claro');
    raiz.dataset.tema=hoy==='oscuro'?'claro':'oscuro';
    try{localStorage.setItem(clave,raiz.dataset.tema)}catch(e){}
  });
  var articulos=Array.prototype.slice.call(document.querySelectorAll('article[data-busca]'));
  campo.addEventListener('input',function(){
    var palabras=campo.value.toLowerCase().split(/\\s+/).filter(Boolean),hay=0;
    articulos.forEach(function(a){
      var si=palabras.every(function(p){return a.dataset.busca.indexOf(p)>=0});
      a.hidden=!si;if(si)hay++;
      var enlace=document.querySelector('[data-de="'+a.id+'"]');if(enlace)enlace.hidden=!si;
    });
    document.querySelectorAll('section.grupo').forEach(function(s){s.hidden=!s.querySelector('article:not([hidden])')});
    document.getElementById('reglas').hidden=palabras.length>0;
    nada.hidden=hay>0;
  });
  document.addEventListener('keydown',function(e){
    if(e.key==='/'&&document.activeElement!==campo){e.preventDefault();campo.focus()}
  });
});
})();`;
