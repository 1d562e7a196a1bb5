package fr.passerelle.depot;

import java.io.IOException;
import java.util.Optional;

import fr.passerelle.journal.Prises;
import fr.passerelle.journal.Reception;
import fr.passerelle.noyau.NumeroDepot;
import org.springframework.stereotype.Component;

/**
 * How a file is entered once, by whichever channel and node, whoever dies on the way
 * (F07, F08): leased, its bytes kept, entered in the ledger with its lease, both or
 * neither. The lease of what could not be entered is given back; that of a file entered
 * stays until its place is empty.
 */
@Component
class Intake {

	private final Prises prises;

	Intake(Prises prises) {
		this.prises = prises;
	}

	/** Puts the bytes in the content store. */
	interface Bytes {

		/** What was kept, nothing when it is not to be entered now. */
		Optional<Reception> garder() throws IOException;

	}

	/**
	 * Enters a file, unless it was before a stop.
	 * @param cle the key of its lease
	 * @param identite what tells this file from a later one of the same key
	 * @return nothing when another node has it, or it is not to be entered now
	 */
	Optional<Entree> entrer(String cle, String identite, Bytes octets) throws IOException {
		if (!this.prises.prendre(cle, identite)) {
			return Optional.empty();
		}
		Optional<NumeroDepot> deja = this.prises.depot(cle);
		return deja.isPresent() ? Optional.of(new Entree(deja.get(), false)) : recevoir(cle, octets);
	}

	private Optional<Entree> recevoir(String cle, Bytes octets) throws IOException {
		Optional<Entree> entree = Optional.empty();
		try {
			entree = octets.garder().map((reception) -> new Entree(this.prises.recevoir(cle, reception), true));
			return entree;
		}
		finally {
			if (entree.isEmpty()) {
				this.prises.rendre(cle);
			}
		}
	}

	/** Gives the lease back, the place of the file being empty. */
	void rendre(String cle) {
		this.prises.rendre(cle);
	}

	/** Forgets what came by this channel so long ago that it cannot come again. */
	void oublierFinies(String prefixe) {
		this.prises.oublierFinies(prefixe);
	}

}
