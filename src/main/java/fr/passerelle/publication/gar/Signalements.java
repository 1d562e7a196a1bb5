package fr.passerelle.publication.gar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.passerelle.noyau.Constat;

/**
 * Why a parcel must not go. Of each code the first ones, and how many there are: one
 * cause can make a hundred thousand lines.
 */
final class Signalements {

	private static final int MAX_PAR_CODE = 5;

	private final List<Constat> constats = new ArrayList<>();

	private final Map<String, Integer> parCode = new LinkedHashMap<>();

	void signaler(Constat constat) {
		if (this.parCode.merge(constat.code(), 1, Integer::sum) <= MAX_PAR_CODE) {
			this.constats.add(constat);
		}
	}

	/** The reasons, each code's number after those that are not told. */
	List<Constat> constats() {
		List<Constat> tous = new ArrayList<>(this.constats);
		this.parCode.forEach((code, nombre) -> {
			if (nombre > MAX_PAR_CODE) {
				tous.add(Constat.de("GAR_AUTRES", "code", code, "nombre", Integer.toString(nombre - MAX_PAR_CODE)));
			}
		});
		return tous;
	}

}
