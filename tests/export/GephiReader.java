import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Tells what Gephi reads of a file, as `name=value` a line. */
public class GephiReader {
    public static void main(String[] arguments) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container read = importer.importFile(new File(arguments[0]));
        importer.process(read, new DefaultProcessor(), projects.getCurrentWorkspace());
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        Graph graph = model.getGraph();
        Set<String> types = new TreeSet<>();
        Set<Integer> colours = new TreeSet<>();
        double weight = 0;
        for (Edge edge : graph.getEdges()) {
            types.add(String.valueOf(edge.getTypeLabel()));
            weight += edge.getWeight();
        }
        for (Node node : graph.getNodes()) {
            colours.add(node.getRGBA());
        }
        System.out.println("nodes=" + graph.getNodeCount());
        System.out.println("edges=" + graph.getEdgeCount());
        System.out.println("types=" + String.join(",", types));
        System.out.println("weight=" + Math.round(weight * 1000));
        System.out.println("colours=" + colours.size());
        System.out.println("begins=" + Math.round(model.getTimeBounds().getLow()));
        System.out.println("ends=" + Math.round(model.getTimeBounds().getHigh()));
        System.exit(0);
    }
}
