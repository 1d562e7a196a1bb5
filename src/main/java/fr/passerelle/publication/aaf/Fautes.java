package fr.passerelle.publication.aaf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.noyau.Constat;

/** What makes a parcel wrong: the first of each kind, and how many there are. */
final class Fautes {

	/** More than anybody reads: the same fault in every record is one fault. */
	private static final int PAR_CODE = 20;

	private final Map<String, List<Constat>> constats = new LinkedHashMap<>();

	private final Map<String, Long> nombres = new LinkedHashMap<>();

	void ajouter(Constat constat) {
		if (this.nombres.merge(constat.code(), 1L, Long::sum) <= PAR_CODE) {
			this.constats.computeIfAbsent(constat.code(), (code) -> new ArrayList<>()).add(constat);
		}
	}

	boolean aucune() {
		return this.constats.isEmpty();
	}

	/** The codes found, in the order they were. */
	List<String> codes() {
		return List.copyOf(this.constats.keySet());
	}

	/** As people read them. */
	List<String> phrases(Catalogue catalogue) {
		List<String> phrases = new ArrayList<>();
		this.constats.forEach((code, siens) -> {
			siens.forEach((constat) -> phrases.add(code + " : " + catalogue.texte(constat).titre()));
			long reste = this.nombres.get(code) - siens.size();
			if (reste > 0) {
				phrases.add(code + " : "
						+ catalogue.texte(Constat.de("AAF_AUTRES", "nombre", Long.toString(reste))).titre());
			}
		});
		return phrases;
	}

}
