package fr.passerelle.controle;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

import fr.passerelle.noyau.Uai;

/** What the hub knows of a school from its earlier deposits. */
public interface Memoire {

	/** Knows nothing. */
	Memoire VIDE = new Memoire() {
		@Override
		public Map<String, Integer> anneesVues(Uai uai) {
			return Map.of();
		}

		@Override
		public Optional<LocalDateTime> dernierHorodatage(Uai uai, int anneeScolaire, String flux) {
			return Optional.empty();
		}
	};

	/** The school year of the latest file of each system. */
	Map<String, Integer> anneesVues(Uai uai);

	/** Moment of the most recent export already applied. */
	Optional<LocalDateTime> dernierHorodatage(Uai uai, int anneeScolaire, String flux);

}
