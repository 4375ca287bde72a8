
(function () {
  "use strict";
  var picks = Array.prototype.slice.call(document.querySelectorAll(".pick"));
  var places = Array.prototype.slice.call(document.querySelectorAll(".spot a"));
  var told = document.getElementById("gezegd");
  var key = "praatplaat:" + document.title;
  var from = null;

  function kept() { try { return window.sessionStorage.getItem(key); } catch (fault) { return null; } }
  function keep(value) { try { window.sessionStorage.setItem(key, value); } catch (fault) { return; } }

  picks.forEach(function (pick) {
    if (pick.value === kept()) { pick.checked = true; }
    pick.addEventListener("change", function () {
      keep(pick.value);
      told.textContent = pick.getAttribute("data-told");
    });
  });

  function target() {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (fault) { return null; }
  }
  function arrive() {
    var there = target();
    places.forEach(function (place) {
      if (place.getAttribute("href") === location.hash) { place.setAttribute("aria-current", "true"); }
      else { place.removeAttribute("aria-current"); }
    });
    if (!there) { return; }
    if (there.tagName === "DETAILS") { there.open = true; }
    var head = there.querySelector("h2[tabindex],h3[tabindex]");
    if (there.id === "plaat" && from) { from.focus(); }
    else if (head) { head.focus({ preventScroll: true }); }
  }
  window.addEventListener("hashchange", arrive);

  document.addEventListener("click", function (event) {
    var place = event.target.closest ? event.target.closest(".spot a") : null;
    if (place) { from = place; }
  });
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey) { return; }
    var at = places.indexOf(document.activeElement);
    var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (at >= 0 && step) {
      event.preventDefault();
      places[(at + step + places.length) % places.length].focus();
    } else if (event.key === "Escape" && target() && target().closest(".goal")) {
      var goal = target().closest(".goal").id;
      from = from || document.querySelector('.spot a[href="#' + goal + '"]');
      location.hash = "plaat";
    }
  });

  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    closed.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    closed.forEach(function (one) { one.open = false; });
  });
  if (location.hash) { arrive(); }
}());
