package fr.passerelle.controle;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

import fr.passerelle.noyau.Uai;

/** A hub that has seen these years and applied an export of this moment. */
record MemoireDeTest(Map<String, Integer> vues, LocalDateTime dernier) implements Memoire {

	static MemoireDeTest vues(String systeme, int annee) {
		return new MemoireDeTest(Map.of(systeme, annee), null);
	}

	static MemoireDeTest vues(int sts, int siecle) {
		return new MemoireDeTest(Map.of("STS", sts, "SIECLE", siecle), null);
	}

	@Override
	public Map<String, Integer> anneesVues(Uai uai) {
		return this.vues;
	}

	@Override
	public Optional<LocalDateTime> dernierHorodatage(Uai uai, int anneeScolaire, String flux) {
		return Optional.ofNullable(this.dernier);
	}

}
