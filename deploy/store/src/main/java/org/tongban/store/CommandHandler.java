package org.tongban.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * Runs each command away from the network threads; its answer leaves once what it did or saw is on disk, and as a doubt
 * when the store stopped being the primary meanwhile.
 */
@Sharable
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger log = System.getLogger(CommandHandler.class.getName());
    private static final int INTERNAL_ERROR = 1;
    private static final String HELLO_OF_OLD = "ismaster";

    private final StoreBackend backend;
    private final GroupCommit commits;
    private final Executor executor;
    private final AtomicInteger replies = new AtomicInteger();
    private final Primacy primacy = new Primacy();
    private final Set<Channel> clients = ConcurrentHashMap.newKeySet();
    private final Set<Channel> waiting = ConcurrentHashMap.newKeySet();

    CommandHandler(StoreBackend backend, GroupCommit commits, Executor executor) {
        this.backend = backend;
        this.commits = commits;
        this.executor = executor;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        waiting.add(context.channel());
        try {
            executor.execute(() -> handle(context.channel(), request));
        } catch (RejectedExecutionException closing) {
            var unused = context.close();
        }
    }

    /**
     * A store that cannot do its work any more says so by ending the connection: an error code would be taken for a
     * fault of the command.
     */
    private void handle(Channel channel, ClientRequest request) {
        long term = primacy.term();
        StoreBackend.Answer answer;
        try {
            answer = answer(channel, request);
        } catch (MVStoreException e) {
            log.log(Level.ERROR, "the store does not carry out commands any more", e);
            var unused = channel.close();
            return;
        } catch (Error e) {
            log.log(Level.ERROR, "a command ended without an answer", e);
            var unused = channel.close();
            throw e;
        }
        commits.whenCommitted(answer.after(), durable -> {
            waiting.remove(channel);
            if (!durable) {
                var unused = channel.close();
            } else if (answer.after() > 0 && primacy.term() != term) {
                var unused = channel.writeAndFlush(reply(channel, request, Primacy.interrupted()))
                        .addListener(ChannelFutureListener.CLOSE);
            } else {
                var unused = channel.writeAndFlush(reply(channel, request, answer.document()));
            }
        });
    }

    private StoreBackend.Answer answer(Channel channel, ClientRequest request) {
        Document query = command(request);
        String command = query.keySet().iterator().next();
        try {
            return answer(channel, request.getDatabaseName(), command, query);
        } catch (Primacy.Refused e) {
            return new StoreBackend.Answer(e.answer(), 0);
        } catch (MongoServerError e) {
            Document error = error(e.getMessageWithoutErrorCode(), e.getCode());
            error.putIfNotNull("codeName", e.getCodeName());
            return new StoreBackend.Answer(error, commits.last());
        } catch (MongoServerException e) {
            return new StoreBackend.Answer(error(e.getMessageWithoutErrorCode(), INTERNAL_ERROR), commits.last());
        } catch (MVStoreException e) {
            throw e;
        } catch (RuntimeException e) {
            if (commits.hasFailed()) {
                throw new MVStoreException(DataUtils.ERROR_CLOSED, "the store was given up");
            }
            log.log(Level.ERROR, "the command " + command + " failed", e);
            return new StoreBackend.Answer(
                    error("the command " + command + " failed: " + e, INTERNAL_ERROR), commits.last());
        }
    }

    private StoreBackend.Answer answer(Channel channel, String database, String command, Document query)
            throws MongoServerException {
        if (command.equals(Primacy.STEP_DOWN)) {
            Document stepped = primacy.stepDown(query);
            for (Channel client : clients) {
                if (!waiting.contains(client)) {
                    var unused = client.close();
                }
            }
            return new StoreBackend.Answer(stepped, 0);
        }
        if (command.equals("hello") || command.equalsIgnoreCase(HELLO_OF_OLD)) {
            Document hello =
                    backend.answer(channel, database, HELLO_OF_OLD, query).document();
            InetSocketAddress here = (InetSocketAddress) channel.localAddress();
            primacy.describe(hello, here.getAddress().getHostAddress() + ":" + here.getPort());
            return new StoreBackend.Answer(hello, 0);
        }
        primacy.require(Use.of(command, query));
        return backend.answer(channel, database, command, query);
    }

    private static Document command(ClientRequest request) {
        if (request instanceof MongoMessage message) {
            return message.getDocument();
        }
        Document query = ((MongoQuery) request).getQuery();
        return query.get("$query") instanceof Document inner ? inner : query;
    }

    private static Document error(String message, int code) {
        return new Document("ok", 0.0).append("errmsg", message).append("code", code);
    }

    private Object reply(Channel channel, ClientRequest request, Document document) {
        MessageHeader header =
                new MessageHeader(replies.incrementAndGet(), request.getHeader().getRequestID());
        return request instanceof MongoMessage
                ? new MongoMessage(channel, header, document)
                : new MongoReply(header, document);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        clients.add(context.channel());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        clients.remove(context.channel());
        waiting.remove(context.channel());
        backend.handleClose(context.channel());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.log(Level.DEBUG, "a connection broke", cause);
        var unused = context.close();
    }
}
