package fr.passerelle.referentiel;

import java.util.List;
import java.util.Set;

import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.rangement.Rangement;
import fr.passerelle.source.Defaut;

/**
 * What was seen while staging.
 *
 * @param principales rows of the elements that count
 * @param defauts bad rows and values, the first thousand
 * @param inconnus elements the mapping does not know
 * @param repetitions rows whose key was already there
 */
record StagingReport(long principales, List<Defaut> defauts, long nombreDeDefauts, Set<String> inconnus,
		long repetitions) {

	static StagingReport de(Rangement rangement, SourceMapping mapping, Set<String> inconnus) {
		long principales = mapping.tables()
			.stream()
			.filter((table) -> mapping.principaux().contains(table.noeud()))
			.map(TableMapping::nom)
			.distinct()
			.mapToLong(rangement::lignes)
			.sum();
		return new StagingReport(principales, rangement.defauts(), rangement.nombreDeDefauts(), inconnus, 0);
	}

	StagingReport repetitions(long nombre) {
		return new StagingReport(this.principales, this.defauts, this.nombreDeDefauts, this.inconnus, nombre);
	}

}
