package fr.passerelle.depot;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are taken.
 *
 * @param inbox the watched folder
 * @param taille largest file accepted
 * @param stable how long size and time must not move when the end of the file proves it
 * whole
 * @param stableSansFin the same when nothing in the file tells its end
 * @param incomplet after that long without its end, a file is taken as it is, to be
 * refused
 * @param parEtablissement files of one folder taken in one look, so that no school waits
 * for another's pile
 */
@ConfigurationProperties("passerelle.depot")
record DepotSettings(@DefaultValue("inbox") Path inbox, @DefaultValue("200MB") DataSize taille,
		@DefaultValue("400ms") Duration stable, @DefaultValue("3s") Duration stableSansFin,
		@DefaultValue("2m") Duration incomplet, @DefaultValue("8") int parEtablissement) {
}
