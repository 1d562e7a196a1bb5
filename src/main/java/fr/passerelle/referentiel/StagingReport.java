package fr.passerelle.referentiel;

import java.util.List;
import java.util.Set;

import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.rangement.Rangement;
import fr.passerelle.source.Defaut;

/**
 * What was seen while staging.
 *
 * @param principales rows of the element that counts
 * @param defauts bad rows and values, the first thousand
 * @param inconnus elements the mapping does not know
 * @param repetitions rows whose key was already there
 */
record StagingReport(long principales, List<Defaut> defauts, long nombreDeDefauts, Set<String> inconnus,
		long repetitions) {

	static StagingReport de(Rangement rangement, SourceMapping mapping, Set<String> inconnus) {
		long principales = mapping.tables()
			.stream()
			.filter((table) -> table.noeud().equals(mapping.principal()))
			.findFirst()
			.map((table) -> rangement.lignes(table.nom()))
			.orElse(0L);
		return new StagingReport(principales, rangement.defauts(), rangement.nombreDeDefauts(), inconnus, 0);
	}

	StagingReport repetitions(long nombre) {
		return new StagingReport(this.principales, this.defauts, this.nombreDeDefauts, this.inconnus, nombre);
	}

}
